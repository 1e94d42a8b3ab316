"""A customer is not content: the rules learn of it, and a case that was closed is open again."""

from dataclasses import replace

from core.actions.case.reopen_closed_case import reopen_closed_case
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.case import Case, Stage
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile


async def reopen_for_customer(file: RemedyFile, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case as it goes on; its figures stay as they were decided."""
    case = file.case
    if file.rules and file.rules.objection:
        case = replace(case, facts={**case.facts, file.rules.objection: True})
    case = await uow.cases.put(case)
    if case.stage is Stage.CLOSED:
        return await reopen_closed_case(case, actor=actor, uow=uow)
    return await open_rulebook_duties(case.id, uow=uow)
