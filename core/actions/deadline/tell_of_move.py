"""Tell whoever has a deadline that was provisional that it was counted anew."""

from core.actions.deadline.open_deadline import open_deadline
from core.model.deadline_clock import DeadlineClock
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.screens.reminders import deadline_moved


async def tell_of_move(stored: DeadlineClock | None, clock: DeadlineClock, *, uow: UnitOfWork) -> None:
    """Nothing unless the same run was provisional and now ends at another time."""
    if stored is None or not _has_moved(stored, clock):
        return
    facts = {clock.subject.value: clock.subject_id, "old": stored.due_at.isoformat()}
    facts |= {"new": clock.due_at.isoformat()}
    await uow.log.write(LogRow(act="deadline_moved", case_id=clock.case_id, facts=facts))
    behind = await open_deadline(clock, uow=uow)
    for person in behind.asked:
        await uow.outbox.tell(person, deadline_moved(behind, stored, person.language))


def _has_moved(stored: DeadlineClock, clock: DeadlineClock) -> bool:
    is_same_run = (stored.starts_at, stored.rule) == (clock.starts_at, clock.rule)
    return stored.is_provisional and is_same_run and stored.due_at != clock.due_at
