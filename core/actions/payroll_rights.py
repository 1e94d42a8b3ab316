"""Who may see payroll batches, and who may make and close them."""

from core.errors import NotThisPerson
from core.model.person import Person
from core.model.roles import Role

_READERS = (Role.FINANCE, Role.AUDITOR)


def check_finance(actor: Person) -> None:
    """NotThisPerson unless the actor is in finance."""
    if not actor.holds_anywhere(Role.FINANCE):
        raise NotThisPerson("finance_only")


def check_reader(actor: Person) -> None:
    """NotThisPerson unless the actor is in finance, or an auditor."""
    if not any(actor.holds_anywhere(role) for role in _READERS):
        raise NotThisPerson("finance_only")
