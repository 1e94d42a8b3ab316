"""A superior sends the signed notice back: the receipt is dated, and the picture kept beside it."""

from dataclasses import replace

from core.actions.notice.open_paper_duty import open_paper_duty
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.evidence import Evidence, Holder, Storing
from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def check_receipt(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The notice whose receipt is still to come.

    NotAllowed before the paper was handed over; SomebodyWasFirst once it is signed, or was refused.
    """
    duty, notice = await open_paper_duty(duty_id, actor=actor, uow=uow)
    if duty.done_at is None:
        raise NotAllowed("hand_over_first", number=notice.number)
    if notice.acknowledged_at or notice.refused_at:
        at = notice.acknowledged_at or notice.refused_at
        raise SomebodyWasFirst("receipt_is_booked", number=notice.number, at=at)
    return notice


async def keep_receipt(duty_id: int, piece: Evidence, *, actor: Person, uow: UnitOfWork) -> Notice:
    """Keep the picture and date the receipt by it; NotAllowed for a message without any file."""
    notice = await check_receipt(duty_id, actor=actor, uow=uow)
    if piece.storing is Storing.NO_FILE:
        raise NotAllowed("receipt_needs_picture", number=notice.number)
    kept = await uow.evidence.add(replace(piece, holder=Holder.RECEIPT, holder_id=notice.id))
    await uow.log.write(
        LogRow(
            act="notice_signed_for",
            case_id=notice.case_id,
            actor_id=actor.id,
            facts={"notice": notice.id, "evidence": kept.id},
        )
    )
    return await uow.notices.put(replace(notice, acknowledged_at=uow.now))
