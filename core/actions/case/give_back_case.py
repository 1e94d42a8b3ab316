"""Sales has added what was asked for: the case goes back to quality."""

from dataclasses import replace

from core.actions.case.people_of_case import quality_of
from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.person.stand_ins import asked_instead
from core.errors import SomebodyWasFirst
from core.model.case import Case, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_theirs, is_time
from core.screens.returned import given_back_told


async def give_back_case(case: Case, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case waiting for triage again; only its reporter may, and only while it is with them."""
    reporter = await uow.persons.get(case.reporter_id)
    check_theirs(Action.GIVE_BACK_CASE, actor, around_case(case), name=reporter.name)
    if not is_time(Action.GIVE_BACK_CASE, case):
        raise SomebodyWasFirst("case_elsewhere", number=case.number, stage=case.stage)
    case = await uow.cases.put(replace(case, stage=Stage.REGISTERED, stage_since=uow.now))
    await uow.log.write(LogRow(act="case_given_back", case_id=case.id, actor_id=actor.id))
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    quality = await quality_of(case.site, uow=uow)
    for person in await asked_instead(Action.TRIAGE, quality, around_case(case), uow=uow):
        await uow.outbox.tell(person, given_back_told(case, actor))
    return case
