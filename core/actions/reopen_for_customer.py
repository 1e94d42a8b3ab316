"""A customer is not content: the rules learn of it, and a case that was closed is open again."""

from dataclasses import replace

from core.actions.open_rulebook_duties import open_rulebook_duties
from core.actions.show_case import show_case
from core.model.case import Case, Outcome, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.remedy_file import RemedyFile

_REFUSED = (Outcome.UNJUSTIFIED, Outcome.NOT_QUALITY)


async def reopen_for_customer(file: RemedyFile, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case as it goes on; its figures stay as they were decided."""
    case = file.case
    if file.rules and file.rules.objection:
        case = replace(case, facts={**case.facts, file.rules.objection: True})
    is_closed = case.stage is Stage.CLOSED
    if is_closed:
        before = Stage.REFUSED if case.outcome in _REFUSED else Stage.DECIDED
        events = {event: at for event, at in case.events.items() if event != "closed"}
        case = replace(case, stage=before, stage_since=uow.now, events=events)
        await uow.log.write(LogRow(act="case_reopened", case_id=case.id, actor_id=actor.id))
    await uow.cases.put(case)
    case = await open_rulebook_duties(case.id, uow=uow)
    if is_closed:
        await show_case(case, uow=uow)
    return case
