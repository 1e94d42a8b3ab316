"""An employee acknowledges a notice as received, which is not consent."""

from dataclasses import replace

from core.actions.notice.open_notice import open_notice
from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def acknowledge_notice(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """Date the receipt, once."""
    notice = await open_notice(notice_id, actor=actor, uow=uow)
    if notice.acknowledged_at is not None:
        return notice
    await uow.log.write(
        LogRow(
            act="notice_acknowledged", case_id=notice.case_id, actor_id=actor.id, facts={"notice": notice.id}
        )
    )
    return await uow.notices.put(replace(notice, acknowledged_at=uow.now))
