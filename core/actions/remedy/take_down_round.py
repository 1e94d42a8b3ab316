"""Take down a round of negotiation: the customer's own words and pictures, and how it ended."""

from dataclasses import replace
from typing import Final

from core.actions.remedy.agree_remedy import agree_remedy
from core.actions.remedy.answer_first_reply import note_first_reply
from core.actions.remedy.ask_signature import tell_leaders
from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import open_remedy, read_remedy
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.negotiation import Offer, Round, RoundOutcome
from core.model.person import Person
from core.model.remedy import RemedyState
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_lead

_NEWS: Final = {RoundOutcome.AGREED: "customer_agreed", RoundOutcome.REFUSED: "customer_refused"}


async def open_round(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan, for whoever may write down what the customer said; raises why not."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, version)
    return file


async def take_down(
    case_id: int, version: int, piece: Evidence, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """Keep one message of the customer, or what somebody wrote of a talk, in the round that is open or a new one."""
    file = await open_round(case_id, version, actor=actor, uow=uow)
    now = file.taken_down or await _begin(file, actor, uow)
    await uow.rounds.put(replace(now, said="\n".join(part for part in (now.said, piece.text) if part)))
    kept = await uow.evidence.add(replace(piece, holder=Holder.ROUND, holder_id=now.id))
    await uow.log.write(
        LogRow(
            act="customer_heard",
            case_id=case_id,
            actor_id=actor.id,
            facts={"round": now.id, "evidence": kept.id},
            words={"said": piece.text} if piece.text else {},
        )
    )
    return await open_remedy(case_id, uow=uow)


async def pieces_of_round(file: RemedyFile, *, uow: UnitOfWork) -> int:
    """How many messages of the customer are kept in the round that is open; 0 where none is."""
    now = file.taken_down
    return len(await uow.evidence.where(holder=Holder.ROUND, holder_id=now.id)) if now else 0


async def end_round(
    case_id: int, version: int, outcome: RoundOutcome, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The round with how it ended; agreed: the plan is to be carried out, refused: there is a dispute.

    NotAllowed without a word of the customer, or for agreeing to what was not approved.
    """
    file = await open_round(case_id, version, actor=actor, uow=uow)
    now = file.taken_down
    if now is None:
        raise SomebodyWasFirst("round_without_words") if file.rounds else NotAllowed("round_without_words")
    if outcome is RoundOutcome.AGREED and file.remedy.state is not RemedyState.APPROVED:
        raise NotAllowed("agreed_before_approved", state=file.remedy.state.value)
    await uow.rounds.put(replace(now, outcome=outcome, ended_at=uow.now))
    await note_first_reply(file.case, actor=actor, uow=uow)
    remedy = file.remedy.disputed(uow.now) if outcome is RoundOutcome.REFUSED else file.remedy
    file = await keep_remedy(
        remedy, "round_ended", actor=actor, uow=uow, round=now.id, outcome=outcome, dispute=remedy.dispute
    )
    if outcome in _NEWS:
        await tell_leaders(file, _NEWS[outcome], uow=uow, but=actor)
    return await agree_remedy(file, actor=actor, uow=uow) if outcome is RoundOutcome.AGREED else file


async def _begin(file: RemedyFile, actor: Person, uow: UnitOfWork) -> Round:
    """A new round; one that was left open about an earlier plan is over without an answer."""
    for left in file.rounds:
        if left.outcome is None:
            await uow.rounds.put(replace(left, outcome=RoundOutcome.WAITING, ended_at=uow.now))
    return await uow.rounds.add(_begun(file, actor, uow))


def _begun(file: RemedyFile, actor: Person, uow: UnitOfWork) -> Round:
    return Round(
        case_id=file.case.id,
        version=file.remedy.version,
        plan_number=file.remedy.number,
        dispute=file.remedy.dispute,
        offer=tuple(Offer(kind=one.kind, what=one.what, due_on=one.due_on) for one in file.undertakings),
        taken_down_by=actor.id,
        held_at=uow.now,
    )
