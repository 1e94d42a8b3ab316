"""The investigator takes a loss item away."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.investigation.add_loss import loss_figures
from core.errors import SomebodyWasFirst
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def remove_loss(case_id: int, version: int, place: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Remove the item at that place of that version's list; SomebodyWasFirst if the list has changed since."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    losses = dossier.case.losses
    if version != dossier.case.version or place >= len(losses):
        raise SomebodyWasFirst("losses_changed", number=dossier.case.number)
    changed = replace(dossier, case=replace(dossier.case, losses=(*losses[:place], *losses[place + 1 :])))
    return await change_case(
        changed,
        "loss_removed",
        actor=actor,
        uow=uow,
        facts={"place": place, "loss": loss_figures(losses[place])},
    )
