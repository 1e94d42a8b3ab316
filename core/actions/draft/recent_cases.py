"""The cases a person is likely to mean."""

from typing import Final

from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import is_time

_LIKELY: Final = 3
# a person seldom has more than four tasks in one case
_TASKS: Final = 4 * _LIKELY


async def named_in(actor: Person, *, uow: UnitOfWork) -> tuple[Case, ...]:
    """The latest undecided cases that they are named in, where they may make a statement."""
    named = await uow.parties.latest(_LIKELY, person_id=actor.id)
    cases = [await uow.cases.get(party.case_id) for party in named]
    return tuple(case for case in cases if is_time(Action.INVESTIGATE, case))


async def recent_cases(actor: Person, *, uow: UnitOfWork) -> tuple[Case, ...]:
    """Their own latest cases (reported, led, named in, or with a task of theirs), the newest first."""
    named = await uow.parties.latest(_LIKELY, person_id=actor.id)
    tasks = (
        *await uow.duties.latest(_TASKS, owner_id=actor.id, done_at=None),
        *await uow.duties.latest(_TASKS, by="done_at", owner_id=actor.id),
    )
    concerned = {party.case_id for party in named} | {duty.case_id for duty in tasks if duty.case_id}
    mine = (
        *await uow.cases.latest(_LIKELY, reporter_id=actor.id),
        *await uow.cases.latest(_LIKELY, owner_id=actor.id),
        *(await uow.cases.where(id=tuple(concerned)) if concerned else ()),
    )
    newest = sorted({case.id: case for case in mine}.values(), key=lambda case: case.id, reverse=True)
    return tuple(newest[:_LIKELY])
