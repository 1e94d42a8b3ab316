"""Take a clean staff file: add joiners, change people, end the employment of leavers."""

from dataclasses import fields, replace
from datetime import UTC, datetime, time, timedelta

from core.actions.person.end_employment_if_over import end_employment_if_over
from core.model.employee import Employee
from core.model.log import LogRow
from core.model.person import Person
from core.model.staff import StaffEntry
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.staff.staff_changes import StaffChanges


async def import_staff(changes: StaffChanges, *, actor: Person | None, uow: UnitOfWork) -> None:
    """Make these changes. Somebody whose last day is still to come keeps their rights until it is over."""
    known = {person.employee_no: person for person in await uow.persons.where()}
    for entry in changes.joiners:
        person = await uow.persons.add(_applied(entry, None))
        await _leave_if_over(person, uow)
    for entry in dict.fromkeys([entry for entry, _ in changes.changed] + list(changes.leavers)):
        person = await uow.persons.put(_applied(entry, known[entry.employee_no]))
        await _leave_if_over(person, uow)
    await uow.log.write(
        LogRow(
            act="staff_imported",
            actor_id=actor.id if actor else None,
            facts={
                "joined": len(changes.joiners),
                "changed": len(changes.changed),
                "left": len(changes.leavers),
            },
        )
    )


async def _leave_if_over(person: Person, uow: UnitOfWork) -> None:
    if person.left_on is None:
        return
    await end_employment_if_over(person, uow=uow)
    midnight = datetime.combine(
        person.left_on + timedelta(days=1), time(), tzinfo=uow.company.zone(person.site)
    )
    due_at = midnight.astimezone(UTC)
    if due_at > uow.now:
        await uow.timers.start(
            Timer(
                key=f"employment_ended:{person.id}:{person.left_on.isoformat()}",
                kind="employment_ended",
                subject_id=person.id,
                due_at=due_at,
            )
        )


def _applied(entry: StaffEntry, person: Person | None) -> Person:
    described = {field.name: getattr(entry, field.name) for field in fields(Employee)}
    if person is None:
        return Person(**described)
    # the language is what the person has chosen since
    return replace(person, **described | {"language": person.language})
