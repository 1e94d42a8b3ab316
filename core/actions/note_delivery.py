"""Telegram has taken a notice: it is delivered, and where its clock was held it starts now."""

from dataclasses import replace

from core.actions.appeal_deadline import appeal_deadline
from core.ports import UnitOfWork


async def note_delivery(notice_id: int, *, uow: UnitOfWork) -> None:
    """Write down when, the first time; a limit that was taken away while it could not be sent is set anew."""
    notice = await uow.notices.find(notice_id)
    if notice is None or notice.delivered_at is not None:
        return
    until = notice.appeal_until
    case = await uow.cases.find(notice.case_id)
    if until is None and case is not None:
        until = await appeal_deadline(case, notice.version, uow=uow)
    await uow.notices.put(replace(notice, delivered_at=uow.now, appeal_until=until))
