"""A person of the company, from the staff file, with the account that was linked."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model.employee import Employee
from core.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Employee):
    """One member of staff; `chat_id` is the private chat once linked, which in Telegram equals the account."""

    id: int = 0
    chat_id: int | None = None
    linked_at: datetime | None = None
    is_reachable: bool = True
    oriented_at: datetime | None = None

    def holds(self, role: Role, site: str, department: str | None = None) -> bool:
        """Whether the person holds `role` at that site and, if asked, department."""
        return any(grant.covers(role, site, department) for grant in self.grants)

    def holds_anywhere(self, role: Role) -> bool:
        """Whether the person holds `role` at any site."""
        return any(grant.role is role for grant in self.grants)

    def can_be_told(self) -> bool:
        """Whether a message would reach them: linked, and not blocked."""
        return self.chat_id is not None and self.is_reachable

    def has_left(self, day: date) -> bool:
        """Whether the person is no longer employed on that day (the last day itself still counts)."""
        return self.left_on is not None and self.left_on < day
