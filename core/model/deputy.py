"""Who stands in for somebody absent, and for how long."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from core.model.person import Person
from core.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputyship:
    """One absence: who is away, who stands in, from the first to the last day, both included, at the absent's site.

    `ended_at` is when it was called off before its time; the row stays.
    """

    id: int = 0
    person_id: int
    deputy_id: int
    from_on: date
    until_on: date
    named_by: int
    named_at: datetime
    ended_at: datetime | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether the deputy stands in on that day."""
        return self.ended_at is None and self.from_on <= day <= self.until_on

    def is_over(self, day: date) -> bool:
        """Whether it was called off, or its last day has passed."""
        return self.ended_at is not None or self.until_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputy(Person):
    """A person who acts for somebody absent: themself, with what `absent` holds beside their own.

    `out_of` are the cases in which they have a part themselves: in those they stand in for nobody.
    """

    absent: Person
    out_of: frozenset[int] = frozenset()

    def holds(self, role: Role, site: str, department: str | None = None) -> bool:
        """Whether either of the two holds `role` there."""
        return Person.holds(self, role, site, department) or self.absent.holds(role, site, department)

    def holds_anywhere(self, role: Role) -> bool:
        """Whether either of the two holds `role` at any site."""
        return Person.holds_anywhere(self, role) or self.absent.holds_anywhere(role)


def deputy_for(person: Person, absent: Person, out_of: frozenset[int] = frozenset()) -> Deputy:
    """That person, acting for the absent one but in these cases."""
    own = {field.name: getattr(person, field.name) for field in fields(Person)}
    return Deputy(**own, absent=absent, out_of=out_of)


def acts_for(person: Person) -> int | None:
    """For whom the person acts; None if for themself."""
    return person.absent.id if isinstance(person, Deputy) else None
