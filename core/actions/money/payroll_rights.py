"""Who may see payroll batches, and who may make and close them."""

from dataclasses import replace

from core.actions.case.around_case_of import around_case_of
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right


def check_finance(actor: Person) -> None:
    """NotThisPerson unless the actor is in finance."""
    check_right(Action.MAKE_PAYROLL, actor, NOWHERE)


async def check_finance_on(case_id: int | None, actor: Person, action: Action, *, uow: UnitOfWork) -> None:
    """The same, about what somebody pays for a case: nobody named in it, nor who reported it, stands in for finance."""
    check_right(action, actor, replace(await around_case_of(case_id, uow=uow), site=""))


def check_reader(actor: Person) -> None:
    """NotThisPerson unless the actor is in finance, or an auditor."""
    check_right(Action.READ_PAYROLL, actor, NOWHERE)
