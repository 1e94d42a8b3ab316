"""Bring a batch's card to everybody in finance."""

from core.actions.person.stand_ins import asked_instead
from core.model.roles import Role
from core.payroll.view import PayrollView
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.screens.payroll import payroll_card


async def tell_finance(view: PayrollView, *, uow: UnitOfWork) -> None:
    """Each of them who is still employed, or who stands in for them."""
    finance = [
        person
        for person in await uow.persons.where()
        if person.holds_anywhere(Role.FINANCE) and not person.has_left(uow.now.date())
    ]
    for person in await asked_instead(Action.READ_PAYROLL, finance, NOWHERE, uow=uow):
        await uow.outbox.tell(person, payroll_card(view, person))
