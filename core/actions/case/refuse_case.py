"""Not take a complaint on, with a reason, a next step, and polite words for the customer."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.case.triage_rights import check_triage
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.case import Case, Outcome, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.returned import refused_told


async def refuse_case(
    case: Case, outcome: Outcome, reason: str, next_step: str, *, actor: Person, uow: UnitOfWork
) -> Case:
    """The case refused as not justified or not a quality matter; the customer must be answered all the same."""
    await check_triage(case, actor=actor, uow=uow)
    case = await uow.cases.put(
        replace(case, stage=Stage.REFUSED, outcome=outcome, outcome_reason=reason, stage_since=uow.now)
    )
    await uow.log.write(
        LogRow(
            act="case_refused",
            case_id=case.id,
            actor_id=actor.id,
            facts={"outcome": outcome},
            words={"reason": reason, "next_step": next_step},
        )
    )
    case = await open_rulebook_duties(case.id, uow=uow)
    reporter = await uow.persons.get(case.reporter_id)
    await uow.outbox.tell(reporter, refused_told(case, reason, next_step, actor))
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    return case
