"""Take a case back to investigation: whatever was asked of others falls away, what was booked is reversed."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.duty.close_duties import close_duties
from core.actions.money.book_reversals import book_reversals
from core.model.case import Case, Stage
from core.ports import UnitOfWork
from core.rules.case.case_moments import not_closed
from core.rules.figures.entitled import ANSWER, APPROVE, CONFIRM


async def reopen_case(case: Case, *, uow: UnitOfWork) -> Case:
    """The case under investigation; as it was, if it is there already."""
    if case.stage is Stage.INVESTIGATING:
        return case
    await book_reversals(case.id, uow=uow)
    await close_duties(case.id, CONFIRM, ANSWER, APPROVE, uow=uow)
    reopened = replace(
        not_closed(case),
        stage=Stage.INVESTIGATING,
        stage_since=uow.now,
        outcome=None,
        outcome_reason="",
        loss_borne_by="",
    )
    await uow.cases.put(reopened)
    await show_case(reopened, uow=uow)
    return reopened
