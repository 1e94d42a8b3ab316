"""Which role of the company does the work that a rulebook gives to an office."""

from collections.abc import Mapping
from typing import Final

from core.model.company import Company, bare_post
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
    return company.named_role(office, rulebook) or _usual(office, company) or Role.QUALITY


def is_settled(office: str, rulebook: str, company: Company) -> bool:
    """Whether the company, or the office's own name, says who does its work."""
    return (company.named_role(office, rulebook) or _usual(office, company)) is not None


def _usual(office: str, company: Company) -> Role | None:
    bare = bare_post(office, company.titles)
    if bare in _USUAL:
        return _USUAL[bare]
    return Role(bare) if bare in list(Role) else None
