"""An employee agrees to a notice, or takes that back; it changes nothing else."""

from dataclasses import replace

from core.actions.notice.open_notice import open_notice
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def agree_to_notice(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """Date the agreement, once; NotAllowed before the employee has opened the figures."""
    notice = await open_notice(notice_id, actor=actor, uow=uow)
    if notice.figures_opened_at is None:
        raise NotAllowed("open_figures_first")
    if notice.agreed_at is not None:
        return notice
    await _log("notice_agreed", notice, actor, uow)
    return await uow.notices.put(replace(notice, agreed_at=uow.now))


async def withdraw_agreement(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """Take the agreement back; nothing happens where there is none.

    NotAllowed once a batch that withholds for the notice is closed: what was agreed then stays on record.
    """
    notice = await open_notice(notice_id, actor=actor, uow=uow)
    if notice.agreed_at is None:
        return notice
    await _check_not_withheld(notice, uow)
    await _log("agreement_withdrawn", notice, actor, uow)
    return await uow.notices.put(replace(notice, agreed_at=None))


async def _check_not_withheld(notice: Notice, uow: UnitOfWork) -> None:
    for line in await uow.batch_lines.where(person_id=notice.person_id):
        if line.notice_id == notice.id and line.amount.fen > 0:
            batch = await uow.batches.get(line.batch_id)
            if batch.is_final:
                raise NotAllowed("agreement_in_batch", month=batch.month, number=batch.number)


async def _log(act: str, notice: Notice, actor: Person, uow: UnitOfWork) -> None:
    row = LogRow(act=act, case_id=notice.case_id, actor_id=actor.id, facts={"notice": notice.id})
    await uow.log.write(row)
