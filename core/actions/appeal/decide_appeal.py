"""Who heard both sides decides: the notice stands, other figures are due, or nothing is owed."""

from dataclasses import replace

from core.actions.appeal.check_hearer import check_hearer
from core.actions.appeal.open_appeal import open_appeal
from core.actions.appeal.take_up_again import take_up_again
from core.actions.appeal.tell_appellant import tell_appellant
from core.actions.notice.freeze_notice import release_notice
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.correction import Correction
from core.model.log import LogRow
from core.model.notice import Appeal, AppealOutcome, AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.appeal.appeal_file import AppealFile
from core.screens.appeal import appeal_told


async def check_decision(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The hearing, ready to be decided.

    NotThisPerson unless the actor hears it; SomebodyWasFirst once it is decided; NotAllowed until the other side has
    answered, or its time to answer is over.
    """
    hearing = await open_appeal(appeal_id, uow=uow)
    if hearing.appeal.state is not AppealState.OPEN:
        raise SomebodyWasFirst("appeal_is_settled", number=hearing.notice.number)
    check_hearer(hearing, actor)
    due = hearing.appeal.answers_due_at
    if not hearing.is_answered() and due is not None and uow.now < due:
        raise NotAllowed(
            "hear_both_sides", number=hearing.notice.number, name=_other_side(hearing), until=due
        )
    return hearing


async def decide_appeal(
    appeal_id: int, outcome: AppealOutcome, *, reason: str, actor: Person, uow: UnitOfWork
) -> Appeal:
    """Record the decision with its reasons and tell everybody concerned.

    Upheld, the notice goes on; otherwise the figures are taken up again, and the amount stays frozen until they are
    confirmed and approved anew.
    """
    hearing = await check_decision(appeal_id, actor=actor, uow=uow)
    appeal = await uow.appeals.put(
        replace(
            hearing.appeal,
            state=AppealState.DECIDED,
            outcome=outcome,
            decision_reason=reason,
            decided_at=uow.now,
        )
    )
    await uow.log.write(
        LogRow(
            act="appeal_decided",
            case_id=appeal.case_id,
            actor_id=actor.id,
            facts={"appeal": appeal.id, "outcome": outcome.value},
            words={"reason": reason},
        )
    )
    await _tell_concerned(hearing, uow)
    if outcome is AppealOutcome.UPHELD:
        await release_notice(hearing.notice, uow=uow)
        return appeal
    await take_up_again(_correction(hearing, appeal, actor, uow), hearing.dossier, actor=actor, uow=uow)
    return appeal


def _other_side(hearing: AppealFile) -> str:
    return hearing.dossier.name(hearing.dossier.case.owner_id)


def _correction(hearing: AppealFile, appeal: Appeal, actor: Person, uow: UnitOfWork) -> Correction:
    return Correction(
        case_id=appeal.case_id,
        version=hearing.notice.version,
        opened_by=actor.id,
        reason=appeal.decision_reason,
        opened_at=uow.now,
        appeal_id=appeal.id,
        person_id=appeal.person_id,
        outcome=appeal.outcome,
    )


async def _tell_concerned(before: AppealFile, uow: UnitOfWork) -> None:
    """The employee, the investigator, and everybody who confirmed or approved the figures; each once."""
    hearing = await open_appeal(before.appeal.id, uow=uow)
    deciders = {decision.person_id for decision in before.dossier.standing()}
    concerned = {person.id: person for person in hearing.sides()}
    concerned |= {one: hearing.dossier.staff[one] for one in deciders if one in hearing.dossier.staff}
    await tell_appellant(hearing, uow=uow)
    for person in concerned.values():
        if person.id != hearing.appeal.person_id:
            await uow.outbox.tell(person, appeal_told(hearing, to=person))
