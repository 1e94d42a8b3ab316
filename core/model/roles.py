"""Who may do what in the company: roles, held by site and department."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role in the company, as the staff file names it."""

    SALES = "sales"
    QUALITY = "quality"
    SUPERVISOR = "supervisor"
    RECHECK = "recheck"
    DIRECTOR = "director"
    GENERAL_MANAGER = "general_manager"
    AUDITOR = "auditor"
    FINANCE = "finance"
    HR = "hr"
    EMPLOYEE = "employee"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Grant:
    """One role held; without site or department it holds everywhere."""

    role: Role
    site: str | None = None
    department: str | None = None

    def covers(self, role: Role, site: str, department: str | None) -> bool:
        """Whether this grant gives `role` at that site and department (None: no department asked)."""
        return (
            self.role is role
            and self.site in (None, site)
            and (department is None or self.department in (None, department))
        )
