"""Telegram has taken a notice: it is delivered, and where its clock was held it starts now."""

from dataclasses import replace

from core.ports import UnitOfWork
from core.rules.appeal_limit import appeal_until


async def note_delivery(notice_id: int, *, uow: UnitOfWork) -> None:
    """Write down when, the first time; a limit that was taken away while it could not be sent is set anew."""
    notice = await uow.notices.find(notice_id)
    if notice is None or notice.delivered_at is not None:
        return
    until = notice.appeal_until
    case = await uow.cases.find(notice.case_id)
    if until is None and case is not None:
        until = appeal_until(uow.now, uow.company.appeal_days, uow.company.zone(case.site))
    await uow.notices.put(replace(notice, delivered_at=uow.now, appeal_until=until))
