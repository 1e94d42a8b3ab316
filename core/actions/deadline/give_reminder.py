"""Remind one person of one stage of a deadline, once ever: now, or with the next digest."""

from core.actions.deadline.ask_digest import ask_digest
from core.actions.deadline.start_clock import hours_of
from core.model.person import Person
from core.model.reminder import Reminder
from core.ports import UnitOfWork
from core.rules.deadline.behind_clock import BehindClock
from core.rules.deadline.reminder_stages import Stage, disturbs
from core.screens.reminders import reminder_given


async def give_reminder(
    behind: BehindClock, stage: Stage, person: Person, *, is_late: bool, uow: UnitOfWork
) -> None:
    """Outside office hours what is not urgent waits for the morning; what is late comes in one list with the rest."""
    key = f"{behind.key}:{stage.name}:{person.id}"
    if await uow.reminders.one(key=key) is not None:
        return
    hours = await hours_of(person.site, uow=uow)
    may_disturb = disturbs(behind.clock, stage) or hours.has(uow.now)
    is_now = may_disturb and not is_late
    await uow.reminders.add(
        Reminder(
            key=key,
            clock_id=behind.clock.id,
            case_id=behind.clock.case_id,
            person_id=person.id,
            stage=stage.name,
            rung_at=uow.now,
            told_at=uow.now if is_now else None,
        )
    )
    if is_now:
        await uow.outbox.tell(person, reminder_given(behind, stage, person, uow.now, once=key))
    elif may_disturb:
        await ask_digest(person.id, uow=uow)
