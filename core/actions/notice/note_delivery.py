"""Telegram has taken a notice: it is delivered, and the time to appeal against it runs from now."""

from dataclasses import replace
from datetime import datetime

from core.actions.appeal.start_appeal_time import start_appeal_time
from core.actions.notice.show_notice import show_notice
from core.ports import UnitOfWork


async def note_delivery(notice_id: int, *, uow: UnitOfWork) -> None:
    """Write down when, the first time; a notice that named another last day while it waited is brought up to date."""
    notice = await uow.notices.find(notice_id)
    if notice is None or notice.delivered_at is not None:
        return
    delivered = await uow.notices.put(replace(notice, delivered_at=uow.now))
    case = await uow.cases.find(notice.case_id)
    if case is None or notice.handed_over_at is not None:
        return
    started = await start_appeal_time(delivered, case, uow=uow)
    if _minute_of(started.appeal_until) != _minute_of(notice.appeal_until):
        await show_notice(started, uow=uow)


def _minute_of(until: datetime | None) -> datetime | None:
    """A limit as the notice says it."""
    return until and until.replace(second=0, microsecond=0)
