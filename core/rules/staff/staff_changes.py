"""What a staff file would change: who joins, who leaves, whose entry differs. Absence is never leaving."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.person import Person
from core.model.staff import StaffEntry

# Not the language: that is each person's own choice once they are here.
COMPARED = (
    "name",
    "department",
    "site",
    "region",
    "manager_no",
    "deputy_no",
    "joined_on",
    "transferred_on",
    "grants",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one person that would change."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChanges:
    """Joiners, leavers and changed people; `absent` are known people the file does not mention, who stay."""

    joiners: tuple[StaffEntry, ...] = ()
    leavers: tuple[StaffEntry, ...] = ()
    changed: tuple[tuple[StaffEntry, tuple[Change, ...]], ...] = ()
    absent: tuple[Person, ...] = ()

    def are_none(self) -> bool:
        """Whether the file changes nothing."""
        return not (self.joiners or self.leavers or self.changed)


def staff_changes(entries: Sequence[StaffEntry], known: Sequence[Person]) -> StaffChanges:
    """What would change if these entries were taken."""
    people = {person.employee_no: person for person in known}
    met = [(entry, people[entry.employee_no]) for entry in entries if entry.employee_no in people]
    mentioned = {entry.employee_no for entry in entries}
    return StaffChanges(
        joiners=tuple(entry for entry in entries if entry.employee_no not in people),
        leavers=tuple(
            entry for entry, person in met if entry.left_on is not None and entry.left_on != person.left_on
        ),
        changed=tuple((entry, found) for entry, person in met if (found := _changes(entry, person))),
        absent=tuple(
            person for person in known if person.employee_no not in mentioned and person.left_on is None
        ),
    )


def _changes(entry: StaffEntry, person: Person) -> tuple[Change, ...]:
    names = COMPARED if person.left_on is None else ("name",)
    fields = [(name, getattr(person, name), getattr(entry, name)) for name in names]
    if person.left_on is not None and entry.left_on is None:
        fields.append(("left_on", person.left_on, None))
    return tuple(Change(name, old, new) for name, old, new in fields if old != new)
