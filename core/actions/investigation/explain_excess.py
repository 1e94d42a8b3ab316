"""The investigator records why the amounts may exceed the loss."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def explain_excess(case_id: int, reason: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Record the reason; approvers see it."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    changed = replace(dossier, case=replace(dossier.case, above_loss_reason=reason))
    return await change_case(changed, "excess_explained", actor=actor, uow=uow, words={"reason": reason})
