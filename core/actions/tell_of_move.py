"""Tell whoever has a duty that its provisional deadline was counted anew."""

from core.actions.asked_for import asked_for
from core.actions.read_roster import read_roster
from core.model.duty import Duty
from core.model.duty_clock import DutyClock
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.screens.reminders import deadline_moved


async def tell_of_move(duty: Duty, stored: DutyClock | None, clock: DutyClock, *, uow: UnitOfWork) -> None:
    """Nothing unless the same run was provisional and now ends at another time."""
    if stored is None or not _has_moved(stored, clock):
        return
    facts = {"duty": duty.id, "old": stored.due_at.isoformat(), "new": clock.due_at.isoformat()}
    await uow.log.write(LogRow(act="deadline_moved", case_id=duty.case_id, facts=facts))
    roster = await read_roster(duty.case_id, duty.site, uow=uow)
    for person in await asked_for(duty, roster, uow=uow):
        await uow.outbox.tell(person, deadline_moved(duty, roster.case, stored, clock, person.language))


def _has_moved(stored: DutyClock, clock: DutyClock) -> bool:
    is_same_run = (stored.starts_at, stored.rule) == (clock.starts_at, clock.rule)
    return stored.is_provisional and is_same_run and stored.due_at != clock.due_at
