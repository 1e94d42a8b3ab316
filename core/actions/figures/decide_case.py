"""The last approval is given: the case is decided, and everybody concerned is told."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.deadline.start_clock import stop_clock_of
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.investigation.inform_person import inform_person
from core.actions.money.book_reversals import book_reversals
from core.actions.money.book_rewards import book_rewards
from core.actions.money.ground_of import decider_of
from core.actions.notice.clear_names import clear_names
from core.actions.notice.issue_notices import issue_notices
from core.actions.notice.settle_notices import lift_notices
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.assessment import Assessment, PersonResult
from core.model.case import Case, Outcome, Stage
from core.model.deadline_clock import Subject
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.rules.assessment.held_fine import held_fine
from core.rules.notice.notice_content import besides
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.outcome import case_decided, party_released


async def decide_case(dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> Case:
    """Decide the case: notices to whoever pays, a plain word to whoever was named and pays nothing."""
    outcome = dossier.case.outcome or Outcome.CHARGED
    case = await uow.cases.put(
        replace(dossier.case, stage=Stage.DECIDED, stage_since=uow.now, outcome=outcome)
    )
    await uow.log.write(
        LogRow(act="case_decided", case_id=case.id, facts={"outcome": outcome.value, "version": case.version})
    )
    for party in dossier.parties:
        await stop_clock_of(Subject.PARTY, party.id, uow=uow)
    await book_reversals(case.id, decided_by=decider_of(dossier), uow=uow)
    after, standing = replace(dossier, case=case), tuple[Notice, ...]()
    if outcome is Outcome.CHARGED:
        standing = await issue_notices(after, figures, uow=uow)
        await book_rewards(after, figures, uow=uow)
    await clear_names(after, uow=uow)
    told = await lift_notices(standing, after, uow=uow) | {notice.person_id for notice in standing}
    case = await open_rulebook_duties(case.id, uow=uow)
    await _release(told, replace(dossier, case=case), figures, uow)
    for person_id in {case.owner_id or 0, case.reporter_id} & dossier.staff.keys():
        await uow.outbox.tell(dossier.staff[person_id], case_decided(case))
    await show_case(case, uow=uow)
    return case


async def _release(told: frozenset[int], dossier: Dossier, figures: Assessment, uow: UnitOfWork) -> None:
    """Tell everybody who was named, and was not told otherwise, that they have nothing to pay; on paper if need be."""
    for party in dossier.charged():
        if party.person_id not in told:
            person = dossier.staff[party.person_id]
            result = _result(person.id, dossier, figures)
            held = held_fine(result, dossier) if result else None
            message = party_released(dossier, rulebook_of(dossier.case, uow=uow), held, besides(result))
            await inform_person(person, message, duty_kind=INFORM_PARTY, dossier=dossier, uow=uow)


def _result(person_id: int, dossier: Dossier, figures: Assessment) -> PersonResult | None:
    """What the figures say of them; nothing where the case ends without charging anybody."""
    if dossier.case.outcome is not Outcome.CHARGED:
        return None
    return next((one for one in figures.people if int(one.id) == person_id), None)
