"""A message that Telegram will not take after all tries is a task of the admins; a notice's clock does not run."""

from dataclasses import dataclass, replace
from typing import Final

from core.model.duty import Duty
from core.model.log import LogRow
from core.model.roles import Role
from core.ports import UnitOfWork
from core.screens.undelivered import undelivered_card

UNDELIVERED: Final = "undelivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """The row of the outbox that did not leave, what it was about, and what Telegram answered."""

    outbox_id: int
    name: str
    case_id: int | None
    notice_id: int | None
    fault: str


async def open_undelivered(unsent: Unsent, *, uow: UnitOfWork) -> Duty:
    """The task, once for each message; every admin is told. The text itself is nobody's but the reader's."""
    case = await uow.cases.find(unsent.case_id or 0)
    duty = await uow.duties.add(
        Duty(
            case_id=unsent.case_id,
            kind=UNDELIVERED,
            owner_id=None,
            data={
                "outbox_id": unsent.outbox_id,
                "name": unsent.name,
                "number": case.number if case else "",
                "notice_id": unsent.notice_id or 0,
                "fault": unsent.fault,
            },
            opened_at=uow.now,
            key=f"{UNDELIVERED}:{unsent.outbox_id}",
            site=case.site if case else "",
            role=Role.ADMIN,
        )
    )
    await uow.log.write(
        LogRow(
            act="message_undelivered",
            case_id=unsent.case_id,
            facts={"duty": duty.id, "outbox": unsent.outbox_id, "notice": unsent.notice_id},
        )
    )
    await _hold_appeal(unsent, uow)
    for person in await uow.persons.where(is_reachable=True):
        if person.holds_anywhere(Role.ADMIN):
            once = f"undeliverable:{unsent.outbox_id}:{person.id}"
            await uow.outbox.tell(person, replace(undelivered_card(duty), once=once))
    return duty


async def _hold_appeal(unsent: Unsent, uow: UnitOfWork) -> None:
    notice = await uow.notices.find(unsent.notice_id or 0)
    if notice is not None and notice.delivered_at is None:
        await uow.notices.put(replace(notice, appeal_until=None))
