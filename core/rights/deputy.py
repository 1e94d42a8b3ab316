"""A person who acts for somebody absent."""

from dataclasses import dataclass, fields

from core.model.person import Person
from core.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputy(Person):
    """Themself, with what `absent` holds beside their own; both must be free of what bars a right."""

    absent: Person

    def holds(self, role: Role, site: str, department: str | None = None) -> bool:
        """Whether either of the two holds `role` there."""
        return Person.holds(self, role, site, department) or self.absent.holds(role, site, department)

    def holds_anywhere(self, role: Role) -> bool:
        """Whether either of the two holds `role` at any site."""
        return Person.holds_anywhere(self, role) or self.absent.holds_anywhere(role)


def deputy_for(person: Person, absent: Person) -> Deputy:
    """That person, acting for the absent one."""
    own = {field.name: getattr(person, field.name) for field in fields(Person)}
    return Deputy(**own, absent=absent)
