"""The cases a person is likely to mean."""

from typing import Final

from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork

_LIKELY: Final = 3


async def recent_cases(actor: Person, *, uow: UnitOfWork, most: int = _LIKELY) -> tuple[Case, ...]:
    """Their own latest cases (reported, led, or named in), the newest first."""
    named = {party.case_id for party in await uow.parties.where(person_id=actor.id)}
    mine = (
        *await uow.cases.where(reporter_id=actor.id),
        *await uow.cases.where(owner_id=actor.id),
        *(await uow.cases.where(id=tuple(named)) if named else ()),
    )
    newest = sorted({case.id: case for case in mine}.values(), key=lambda case: case.id, reverse=True)
    return tuple(newest[:most])
