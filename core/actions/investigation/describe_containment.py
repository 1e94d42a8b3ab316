"""The investigator says what was done at once to contain it."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def describe_containment(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Record the containment in words."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    changed = replace(dossier, case=replace(dossier.case, containment=text))
    return await change_case(
        changed, "containment_described", actor=actor, uow=uow, words={"containment": text}
    )
