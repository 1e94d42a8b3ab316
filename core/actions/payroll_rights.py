"""Who may see payroll batches, and who may make and close them."""

from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right


def check_finance(actor: Person, action: Action = Action.MAKE_PAYROLL) -> None:
    """NotThisPerson unless the actor is in finance."""
    check_right(action, actor, NOWHERE)


def check_reader(actor: Person) -> None:
    """NotThisPerson unless the actor is in finance, or an auditor."""
    check_right(Action.READ_PAYROLL, actor, NOWHERE)
