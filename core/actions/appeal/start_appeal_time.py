"""A notice was given: from now on its employee's time to appeal runs."""

from dataclasses import replace

from core.actions.appeal.appeal_deadline import appeal_deadline
from core.actions.deadline.start_clock import run_clock, stop_clock_of
from core.model.case import Case
from core.model.deadline_clock import Subject
from core.model.notice import Notice
from core.ports import UnitOfWork


async def start_appeal_time(notice: Notice, case: Case, *, uow: UnitOfWork) -> Notice:
    """The notice with the last instant, counted from now; the clock runs while nobody has appealed and it stands."""
    clock = await appeal_deadline(notice, case, uow.now, uow=uow)
    kept = await uow.notices.put(replace(notice, appeal_until=clock.due_at))
    if notice.is_standing and await uow.appeals.one(notice_id=notice.id) is None:
        await run_clock(clock, uow=uow)
    return kept


async def stop_appeal_time(notice: Notice, *, uow: UnitOfWork) -> None:
    """There is an appeal, or nothing is left to appeal against."""
    await stop_clock_of(Subject.NOTICE, notice.id, uow=uow)
