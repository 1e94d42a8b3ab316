"""A batch is closed: everybody whose wage it touches learns month and amount, as their notice promised."""

from collections.abc import Mapping, Sequence

from core.model.case import Case
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.planning import PlannedPerson
from core.payroll.view import PayrollView
from core.ports import UnitOfWork
from core.screens.withheld import payroll_untold, payslip_told, withheld_told


async def tell_withheld(view: PayrollView, *, actor: Person, uow: UnitOfWork) -> None:
    """Each in private; who closed the batch is told whom no message reaches, for the payslip has to say it to them."""
    touched = [one for one in view.people if _is_touched(one)]
    cases, notices = await _named_in(touched, uow)
    untold = [
        one.person
        for one in touched
        if not await uow.outbox.tell(one.person, withheld_told(one, view.batch, cases, notices))
    ]
    if untold:
        await uow.outbox.tell(actor, payroll_untold(view.batch, untold))


async def tell_payslips(view: PayrollView, *, uow: UnitOfWork) -> None:
    """Each of whom the payslip withheld otherwise than was told."""
    touched = [one for one in view.people if _is_otherwise(one)]
    cases, notices = await _named_in(touched, uow)
    for one in touched:
        await uow.outbox.tell(one.person, payslip_told(one, view.batch, cases, notices))


async def _named_in(
    people: Sequence[PlannedPerson], uow: UnitOfWork
) -> tuple[Mapping[int, Case], Mapping[int, Notice]]:
    """Cases and notices of their lines, by id."""
    lines = [line for one in people for line in one.lines]
    cases = await uow.cases.where(id=tuple({line.case_id for line in lines}))
    notices = await uow.notices.where(id=tuple({line.notice_id for line in lines}))
    return {one.id: one for one in cases}, {one.id: one for one in notices}


def _is_otherwise(one: PlannedPerson) -> bool:
    return any(line.difference.fen and not line.is_reward for line in one.lines)


def _is_touched(one: PlannedPerson) -> bool:
    return any(line.amount.fen and not line.is_reward for line in one.lines)
