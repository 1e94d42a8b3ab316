"""An employee presses on their notice for the first time: now it is seen."""

from dataclasses import replace

from core.errors import NotThisPerson
from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def open_notice(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The actor's own notice, dated as seen by this first press; NotThisPerson for anybody else."""
    notice = await uow.notices.get(notice_id)
    if notice.person_id != actor.id:
        raise NotThisPerson("notice_of_another")
    if notice.seen_at is not None:
        return notice
    await uow.log.write(
        LogRow(act="notice_seen", case_id=notice.case_id, actor_id=actor.id, facts={"notice": notice.id})
    )
    return await uow.notices.put(replace(notice, seen_at=uow.now))
