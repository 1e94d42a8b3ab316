"""Which role of the company does the work that a rulebook gives to an office."""

from collections.abc import Mapping
from typing import Final

from core.model.company import Company
from core.model.roles import Role

# offices that regulations name for the department or the people concerned
_USUAL: Final[Mapping[str, Role]] = {
    "responsible_department": Role.SUPERVISOR,
    "responsible": Role.EMPLOYEE,
}


def office_role(office: str, rulebook: str, company: Company) -> Role:
    """What the company's posts say; else the role of that very name; else quality, which leads the cases.

    An office that only quality stands in for is told by `gongdao check`; see `is_settled`.
    """
    return _named(office, rulebook, company) or _usual(office) or Role.QUALITY


def is_settled(office: str, rulebook: str, company: Company) -> bool:
    """Whether the company, or the office's own name, says who does its work."""
    return (_named(office, rulebook, company) or _usual(office)) is not None


def _named(office: str, rulebook: str, company: Company) -> Role | None:
    own = (entry.posts for entry in company.in_force if entry.rulebook == rulebook)
    return next((posts[office] for posts in (*own, company.posts) if office in posts), None)


def _usual(office: str) -> Role | None:
    if office in _USUAL:
        return _USUAL[office]
    return Role(office) if office in list(Role) else None
