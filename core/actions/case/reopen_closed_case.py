"""A closed case is open again; its figures stay as they were decided."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.case import NOT_TAKEN_ON, Case, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.case_moments import not_closed


async def reopen_closed_case(case: Case, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case as it stood before it was closed; as it is, if it is open already."""
    if case.stage is not Stage.CLOSED:
        return case
    before = Stage.REFUSED if case.outcome in NOT_TAKEN_ON else Stage.DECIDED
    case = not_closed(case)
    case = await uow.cases.put(replace(case, stage=before, stage_since=uow.now))
    await uow.log.write(LogRow(act="case_reopened", case_id=case.id, actor_id=actor.id))
    case = await open_rulebook_duties(case.id, uow=uow)
    await show_case(case, uow=uow)
    return case
