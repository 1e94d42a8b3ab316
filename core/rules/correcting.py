"""Who may take a decided case up again."""

from typing import Final

from core.model.case import Case, Stage
from core.model.person import Person
from core.model.roles import Role

CORRECTABLE: Final = (Stage.DECIDED, Stage.CLOSED)
_CORRECTORS: Final = (Role.QUALITY, Role.AUDITOR, Role.FINANCE)


def may_correct(case: Case, person: Person) -> bool:
    """Whether a role lets the person correct that case; who is named in it may not."""
    is_decided = case.stage in CORRECTABLE and case.owner_id is not None
    return is_decided and any(person.holds(role, case.site) for role in _CORRECTORS)
