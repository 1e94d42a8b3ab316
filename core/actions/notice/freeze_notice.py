"""Freeze what a notice charges while it is disputed, and let it go on once nothing disputes it any more."""

from dataclasses import replace

from core.actions.notice.show_notice import show_notice
from core.model.log import LogRow
from core.model.notice import AppealState, Notice
from core.ports import UnitOfWork
from core.rules.appeal.correcting import is_taken_up


async def freeze_notice(notice: Notice, *, uow: UnitOfWork) -> Notice:
    """Nothing may be withheld of a frozen one, and its reader sees so; nothing happens if it is so already."""
    return await _set(notice, "notice_frozen", is_frozen=True, uow=uow)


async def release_notice(notice: Notice, *, uow: UnitOfWork) -> Notice:
    """It goes on, unless an appeal against it is open, or its case is taken up again: then it stays frozen."""
    case = await uow.cases.get(notice.case_id)
    appeals = await uow.appeals.where(notice_id=notice.id, state=AppealState.OPEN)
    if appeals or is_taken_up(case):
        return notice
    return await _set(notice, "notice_released", is_frozen=False, uow=uow)


async def _set(notice: Notice, act: str, *, is_frozen: bool, uow: UnitOfWork) -> Notice:
    if notice.is_frozen == is_frozen:
        return notice
    await uow.log.write(LogRow(act=act, case_id=notice.case_id, facts={"notice": notice.id}))
    kept = await uow.notices.put(replace(notice, is_frozen=is_frozen))
    await show_notice(kept, uow=uow)
    return kept
