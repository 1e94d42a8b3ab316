"""Remind one person of one stage of a deadline, once ever: now, or with the next digest."""

from core.actions.ask_digest import ask_digest
from core.actions.start_clock import hours_of
from core.model.person import Person
from core.model.reminder import Reminder
from core.ports import UnitOfWork
from core.screens.reminders import Reminded, reminder_given


async def give_reminder(about: Reminded, person: Person, *, is_late: bool, uow: UnitOfWork) -> None:
    """Outside office hours what is not urgent waits for the morning; what is late comes in one list with the rest."""
    key = _key(about, person)
    if await uow.reminders.one(key=key) is not None:
        return
    hours = await hours_of(person.site, uow=uow)
    may_disturb = about.clock.is_urgent or hours.has(uow.now)
    is_now = may_disturb and not is_late
    await uow.reminders.add(
        Reminder(
            key=key,
            duty_id=about.duty.id,
            case_id=about.duty.case_id,
            person_id=person.id,
            stage=about.stage.name,
            rung_at=uow.now,
            told_at=uow.now if is_now else None,
        )
    )
    if is_now:
        await uow.outbox.tell(person, reminder_given(about, person, uow.now, once=key))
    elif may_disturb:
        await ask_digest(person.id, uow=uow)


def _key(about: Reminded, person: Person) -> str:
    """The case (or the calendar's period) with the duty, its clause, the stage, the person."""
    return f"{about.duty.key}:{about.duty.clause}:{about.stage.name}:{person.id}"
