"""Say why something is due, or a right ends, when it does."""

from core.actions.case.may_see_case import check_may_see
from core.actions.deadline.open_deadline import open_deadline
from core.actions.deadline.start_clock import clock_of
from core.actions.duty.read_duty import book_of, read_duty
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.deadline_clock import Subject
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.deadline.behind_clock import BehindClock
from core.screens.reminders import due_explained


async def explain_due(subject: Subject, subject_id: int, *, actor: Person, uow: UnitOfWork) -> Message:
    """For whom it waits, whoever was reminded of it, and who may read the duty or the case it belongs to.

    NotThisPerson or NoSuchThing for anybody else; NoSuchThing where no time is set.
    """
    clock = await clock_of(subject, subject_id, uow=uow)
    if clock is None:
        raise NoSuchThing("duty_without_clock")
    behind = await open_deadline(clock, uow=uow)
    await _check_readable(behind, actor, uow)
    return due_explained(behind, _book(behind, uow))


async def _check_readable(behind: BehindClock, actor: Person, uow: UnitOfWork) -> None:
    clock = behind.clock
    is_own = actor.id == clock.person_id or actor.id in {one.id for one in behind.asked}
    if is_own or await uow.reminders.one(clock_id=clock.id, person_id=actor.id) is not None:
        return
    if behind.duty is not None and behind.duty.has_card:
        await read_duty(behind.duty.id, actor=actor, uow=uow)
    elif clock.is_right or behind.case is None:
        raise NoSuchThing("duty_without_clock")
    else:
        await check_may_see(behind.case, actor=actor, uow=uow)


def _book(behind: BehindClock, uow: UnitOfWork) -> CompiledRulebook | None:
    if not behind.clock.rulebook:
        return None
    if behind.duty is not None:
        return book_of(behind.duty, uow=uow)
    return rulebook_of(behind.case, uow=uow) if behind.case else None
