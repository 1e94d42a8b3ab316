"""A year was announced: the provisional end of somebody's time to appeal is counted by it."""

from dataclasses import replace

from core.actions.appeal.appeal_deadline import appeal_deadline
from core.actions.deadline.start_clock import start_clock
from core.actions.deadline.tell_of_move import tell_of_move
from core.actions.notice.show_notice import show_notice
from core.model.deadline_clock import DeadlineClock
from core.ports import UnitOfWork


async def count_appeal_anew(stored: DeadlineClock, *, uow: UnitOfWork) -> None:
    """From the same start; the notice names the new last day, and its reader is told the old one too."""
    notice = await uow.notices.get(stored.subject_id)
    case = await uow.cases.get(notice.case_id)
    clock = await appeal_deadline(notice, case, stored.starts_at, uow=uow)
    running = await start_clock(clock, stored, uow=uow)
    if running.due_at == stored.due_at:
        return
    await show_notice(await uow.notices.put(replace(notice, appeal_until=running.due_at)), uow=uow)
    await tell_of_move(stored, running, uow=uow)
