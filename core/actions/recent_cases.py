"""The cases a person is likely to mean."""

from typing import Final

from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork

_LIKELY: Final = 3


async def recent_cases(actor: Person, *, uow: UnitOfWork, most: int = _LIKELY) -> tuple[Case, ...]:
    """Their own latest cases (reported, led, named in, or with a task of theirs), the newest first."""
    concerned = {party.case_id for party in await uow.parties.where(person_id=actor.id)}
    concerned |= {duty.case_id for duty in await uow.duties.where(owner_id=actor.id) if duty.case_id}
    mine = (
        *await uow.cases.where(reporter_id=actor.id),
        *await uow.cases.where(owner_id=actor.id),
        *(await uow.cases.where(id=tuple(concerned)) if concerned else ()),
    )
    newest = sorted({case.id: case for case in mine}.values(), key=lambda case: case.id, reverse=True)
    return tuple(newest[:most])
