"""The investigator enters a loss item."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.change_case import change_case
from core.actions.open_for_change import open_for_change
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def add_loss(
    case_id: int, loss: Mapping[str, object], *, actor: Person, uow: UnitOfWork, instead_of: int | None = None
) -> Dossier:
    """Add the item, or put it in the place of the one at `instead_of`; amounts and hours are texts, as in `gongdao assess`.

    A foreign loss keeps `foreign`: its currency, amount, rate, date and source, beside the amount converted once.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    losses = dossier.case.losses
    place = len(losses) if instead_of is None else instead_of
    changed = replace(
        dossier, case=replace(dossier.case, losses=(*losses[:place], loss, *losses[place + 1 :]))
    )
    return await change_case(
        changed, "loss_entered", actor=actor, uow=uow, facts={"place": place, "loss": dict(loss)}
    )
