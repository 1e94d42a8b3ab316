"""The list of what waits for one person, with what was kept for it."""

from dataclasses import replace

from core.actions.deadline.open_deadline import open_deadline
from core.actions.deadline.page_waiting import page_waiting
from core.model.person import Person
from core.model.reminder import Reminder
from core.model.roles import Role
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.deadline.behind_clock import BehindClock
from core.screens.digest import digest


async def give_digest(timer: Timer, uow: UnitOfWork) -> None:
    """One message, oldest first; none where nothing waits. What was kept for it counts as told.

    An auditor gets one all the same: with the heads of log and ledger, to be kept outside the company's machine.
    """
    person = await uow.persons.get(timer.subject_id)
    kept = await uow.reminders.where(person_id=person.id, told_at=None)
    due = await page_waiting(person, uow=uow)
    behind = [await _behind(reminder, uow) for reminder in kept]
    reported = [one for one in behind if one and not _is_own(one, person)]
    for reminder in kept:
        await uow.reminders.put(replace(reminder, told_at=uow.now))
    rights = [one for one in behind if one and one.clock.is_right]
    heads = await _heads(person, uow)
    if heads or reported or rights or due.has_tasks:
        await uow.outbox.tell(person, digest(due, reported, uow.now, person.language, heads))


async def _heads(person: Person, uow: UnitOfWork) -> tuple[str, str] | None:
    """The last hashes of log and ledger, for an auditor."""
    if not person.holds_anywhere(Role.AUDITOR):
        return None
    return await uow.log.head(), await uow.ledger.head()


async def _behind(reminder: Reminder, uow: UnitOfWork) -> BehindClock | None:
    """What is still open of what was kept."""
    clock = await uow.deadline_clocks.get(reminder.clock_id)
    behind = await open_deadline(clock, uow=uow)
    return behind if behind.is_open and clock.is_running else None


def _is_own(behind: BehindClock, person: Person) -> bool:
    """The person's own to do, which stands among what waits; others are reported to whoever stands above them."""
    return person.id in {one.id for one in behind.asked}
