"""Freeze what a notice charges while it is disputed, or let it go on."""

from dataclasses import replace

from core.actions.show_notice import show_notice
from core.model.log import LogRow
from core.model.notice import Notice
from core.ports import UnitOfWork


async def freeze_notice(notice: Notice, *, is_frozen: bool, uow: UnitOfWork) -> Notice:
    """Nothing may be withheld of a frozen one, and its reader sees so; nothing happens if it is so already."""
    if notice.is_frozen == is_frozen:
        return notice
    act = "notice_frozen" if is_frozen else "notice_released"
    await uow.log.write(LogRow(act=act, case_id=notice.case_id, facts={"notice": notice.id}))
    kept = await uow.notices.put(replace(notice, is_frozen=is_frozen))
    await show_notice(kept, uow=uow)
    return kept
