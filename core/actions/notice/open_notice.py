"""An employee presses on their notice for the first time: now it is seen."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def open_notice(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The actor's own notice, dated as seen by this first press; NotThisPerson for anybody else."""
    notice = await uow.notices.get(notice_id)
    check_theirs(Action.ANSWER_NOTICE, actor, NOWHERE.tied(Tie.ADDRESSEE, (notice.person_id,)))
    if notice.seen_at is not None:
        return notice
    await uow.log.write(
        LogRow(act="notice_seen", case_id=notice.case_id, actor_id=actor.id, facts={"notice": notice.id})
    )
    return await uow.notices.put(replace(notice, seen_at=uow.now))
