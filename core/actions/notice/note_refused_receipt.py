"""An employee would not take the printed notice: it counts as given, and witness or proof is on record."""

from dataclasses import replace

from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.notice.open_paper_duty import open_paper_duty
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.evidence import Evidence, Holder, Storing
from core.model.log import LogRow
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def check_refusable(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The notice, if it was neither signed for nor refused; else SomebodyWasFirst."""
    _, notice = await open_paper_duty(duty_id, actor=actor, uow=uow)
    at = notice.acknowledged_at or notice.refused_at
    if at is not None:
        raise SomebodyWasFirst("receipt_is_booked", number=notice.number, at=at)
    return notice


async def note_refused_receipt(duty_id: int, piece: Evidence, *, actor: Person, uow: UnitOfWork) -> Notice:
    """Date the refusal with who witnessed it, or with a picture as proof; the time to appeal runs from now.

    NotAllowed without either. Refusing to take a notice is no consent, and changes nothing of what is owed.
    """
    notice = await check_refusable(duty_id, actor=actor, uow=uow)
    has_file = piece.storing is not Storing.NO_FILE
    if not (piece.text.strip() or has_file):
        raise NotAllowed("refusal_needs_witness", number=notice.number)
    duty = await uow.duties.get(duty_id)
    if duty.done_at is None:
        await hand_over_paper(duty_id, actor=actor, uow=uow)
        notice = await uow.notices.get(notice.id)
    proof = (
        await uow.evidence.add(replace(piece, holder=Holder.RECEIPT, holder_id=notice.id))
        if has_file
        else None
    )
    await uow.log.write(
        LogRow(
            act="notice_refused",
            case_id=notice.case_id,
            actor_id=actor.id,
            facts={"notice": notice.id, "evidence": proof.id if proof else None},
            words={"before": piece.text.strip()},
        )
    )
    return await uow.notices.put(
        replace(notice, refused_at=uow.now, refused_before=piece.text.strip() or (piece.name or piece.kind))
    )
