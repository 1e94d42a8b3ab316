"""Bring a batch's card to everybody in finance."""

from core.model.roles import Role
from core.payroll.view import PayrollView
from core.ports import UnitOfWork
from core.screens.payroll import payroll_card


async def tell_finance(view: PayrollView, *, uow: UnitOfWork) -> None:
    """Each of them who is still employed."""
    for person in await uow.persons.where():
        if person.holds_anywhere(Role.FINANCE) and not person.has_left(uow.now.date()):
            await uow.outbox.tell(person, payroll_card(view, person))
