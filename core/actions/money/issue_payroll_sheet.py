"""Issue a closed batch as the workbook that goes to payroll and comes back with what was withheld."""

from core.actions.money.issue_payroll_paper import final_view
from core.actions.paper.issue_paper import log_issue
from core.model.evidence import Evidence
from core.model.person import Person
from core.ports import UnitOfWork


async def issue_payroll_sheet(batch_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The workbook in the actor's language; the refusals of `issue_payroll_paper`."""
    view = await final_view(batch_id, actor=actor, uow=uow)
    found = await uow.cases.where(id=tuple({line.case_id for line in view.lines}))
    piece = await uow.papers.sheet(view, {case.id: case for case in found}, actor.language)
    await log_issue("payroll_sheet", piece, actor=actor, uow=uow)
    return piece
