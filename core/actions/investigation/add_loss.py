"""The investigator enters a loss item."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.kinds_of_loss import ALL_KINDS
from core.rules.remedy.costs_as_losses import SOURCE


async def add_loss(
    case_id: int, loss: Mapping[str, object], *, actor: Person, uow: UnitOfWork, instead_of: int | None = None
) -> Dossier:
    """Add the item, or put it in the place of the one at `instead_of`; amounts and hours are texts, as in `gongdao assess`.

    An item that was taken over from the remedy says so also when its amount is changed: it is never taken over twice.
    A foreign loss keeps `foreign`: its currency, amount, rate, date and source, beside the amount converted once.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    if loss["kind"] not in ALL_KINDS:
        raise NoSuchThing("thing_unknown")
    losses = dossier.case.losses
    place = len(losses) if instead_of is None else instead_of
    taken_from = {
        key: value for item in losses[place : place + 1] for key, value in item.items() if key == SOURCE
    }
    loss = {**taken_from, **loss}
    changed = replace(
        dossier, case=replace(dossier.case, losses=(*losses[:place], loss, *losses[place + 1 :]))
    )
    return await change_case(
        changed, "loss_entered", actor=actor, uow=uow, facts={"place": place, "loss": loss_figures(loss)}
    )


def loss_figures(loss: Mapping[str, object]) -> Mapping[str, object]:
    """What of an item stands in the log's chain: all but the source of a foreign rate, which is free text."""
    foreign = loss.get("foreign")
    if not isinstance(foreign, Mapping):
        return dict(loss)
    return {**loss, "foreign": {key: value for key, value in foreign.items() if key != "source"}}
