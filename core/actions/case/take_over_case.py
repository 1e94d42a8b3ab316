"""Whoever a clause lets take a case over leads it from here."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.rulebook.settle_rulebook import settle_rulebook
from core.model.case import Case, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def take_over_case(case: Case, *, actor: Person, uow: UnitOfWork) -> bool:
    """Whether they took it; who leads it already, reported it or is named in it does not."""
    named = {party.person_id for party in await uow.parties.where(case_id=case.id)}
    if actor.id in {case.owner_id, case.reporter_id, *named}:
        return False
    if case.stage is Stage.REGISTERED:
        settled = await settle_rulebook(case, uow=uow)
        case = replace(settled, stage=Stage.INVESTIGATING, stage_since=uow.now)
    case = await uow.cases.put(replace(case, owner_id=actor.id))
    facts = {"investigator": actor.id}
    await uow.log.write(LogRow(act="case_taken_over", case_id=case.id, actor_id=actor.id, facts=facts))
    case = await open_rulebook_duties(case.id, uow=uow)
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    return True
