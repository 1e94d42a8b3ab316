"""A batch is closed: everybody whose wage it touches learns month and amount, as their notice promised."""

from core.model.person import Person
from core.payroll.planning import PlannedPerson
from core.payroll.view import PayrollView
from core.ports import UnitOfWork
from core.screens.withheld import payroll_untold, withheld_told


async def tell_withheld(view: PayrollView, *, actor: Person, uow: UnitOfWork) -> None:
    """Each in private; who closed the batch is told whom no message reaches, for the payslip has to say it to them."""
    touched = [one for one in view.people if _is_touched(one)]
    lines = [line for one in touched for line in one.lines]
    cases = {one.id: one for one in await uow.cases.where(id=tuple({line.case_id for line in lines}))}
    given = await uow.notices.where(id=tuple({line.notice_id for line in lines}))
    notices = {one.id: one for one in given}
    untold = [
        one.person
        for one in touched
        if not await uow.outbox.tell(one.person, withheld_told(one, view.batch, cases, notices))
    ]
    if untold:
        await uow.outbox.tell(actor, payroll_untold(view.batch, untold))


def _is_touched(one: PlannedPerson) -> bool:
    return any(line.amount.fen and not line.is_reward for line in one.lines)
