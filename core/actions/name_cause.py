"""The investigator names the cause."""

from dataclasses import replace

from core.actions.change_case import change_case
from core.actions.open_for_change import open_for_change
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def name_cause(case_id: int, cause: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Record the cause in words."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    changed = replace(dossier, case=replace(dossier.case, cause=cause))
    return await change_case(changed, "cause_named", actor=actor, uow=uow, words={"cause": cause})
