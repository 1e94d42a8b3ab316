"""Ask sales for what a complaint still lacks."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.case.triage_rights import check_triage
from core.actions.draft.intake_in_force import intake_of
from core.errors import NotAllowed
from core.model.case import Case, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.returned import returned_told


async def return_case(case: Case, lacking: str, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case back with its reporter, who is told what is lacking; NotAllowed once they have left."""
    await check_triage(case, actor=actor, uow=uow)
    reporter = await uow.persons.get(case.reporter_id)
    if reporter.has_left(uow.today(case.site)):
        raise NotAllowed("reporter_left", name=reporter.name)
    case = await uow.cases.put(replace(case, stage=Stage.RETURNED, stage_since=uow.now))
    words = {"lacking": lacking}
    await uow.log.write(LogRow(act="case_returned", case_id=case.id, actor_id=actor.id, words=words))
    await uow.outbox.tell(
        reporter, returned_told(case, lacking, actor, reporter, await intake_of(case, uow=uow))
    )
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    return case
