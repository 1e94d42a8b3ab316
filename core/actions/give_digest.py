"""The list of what waits for one person, with what was kept for it."""

from dataclasses import replace

from core.actions.asked_for import asked_for
from core.actions.read_roster import read_roster
from core.actions.what_waits import what_waits
from core.model.person import Person
from core.model.reminder import Reminder
from core.model.roles import Role
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.screens.digest import Reported, digest
from core.screens.reminders import names_of


async def give_digest(timer: Timer, uow: UnitOfWork) -> None:
    """One message, oldest first; none where nothing waits. What was kept for it counts as told."""
    person = await uow.persons.get(timer.subject_id)
    kept = await uow.reminders.where(person_id=person.id, told_at=None)
    waiting = await what_waits(person, uow=uow)
    reported = [one for reminder in kept for one in await _reported(reminder, person, uow)]
    for reminder in kept:
        await uow.reminders.put(replace(reminder, told_at=uow.now))
    if waiting or reported:
        head = await uow.log.head() if person.holds_anywhere(Role.AUDITOR) else ""
        await uow.outbox.tell(person, digest(waiting, reported, uow.now, person.language, head))


async def _reported(reminder: Reminder, person: Person, uow: UnitOfWork) -> tuple[Reported, ...]:
    """What is still open and not the person's own to do: they stand above somebody who was to do it."""
    duty = await uow.duties.get(reminder.duty_id)
    if not duty.is_open:
        return ()
    roster = await read_roster(duty.case_id, duty.site, uow=uow)
    asked = await asked_for(duty, roster, uow=uow)
    if person.id in {one.id for one in asked}:
        return ()
    return (Reported(duty=duty, case=roster.case, names=names_of(duty, asked)),)
