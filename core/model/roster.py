"""The staff of a day, with the people of one case among them: who could take a duty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.model.case import Case
from core.model.dossier import Dossier, charged
from core.model.party import Party
from core.model.person import Person
from core.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Everybody by id; without a case for what the calendar opens.

    `party_ids` are all who are named in the case, `concerned` those of them who may have to pay, `departments` theirs.
    """

    staff: Mapping[int, Person]
    day: date
    case: Case | None = None
    party_ids: frozenset[int] = frozenset()
    concerned: frozenset[int] = frozenset()
    departments: tuple[str, ...] = ()

    def holding(self, role: Role, site: str, department: str | None = None) -> tuple[Person, ...]:
        """Who holds the role there and is still employed."""
        return tuple(one for one in self.employed() if one.holds(role, site, department))

    def employed(self) -> Iterator[Person]:
        """Everybody still employed."""
        return (one for one in self.staff.values() if not one.has_left(self.day))

    def deputies_of(self, persons: tuple[Person, ...]) -> tuple[Person, ...]:
        """The named deputies of these persons."""
        numbers = {one.deputy_no for one in persons if one.deputy_no}
        return tuple(one for one in self.employed() if one.employee_no in numbers)

    def name(self, person_id: int | None) -> str:
        """That person's name; nothing if nobody is meant."""
        person = self.staff.get(person_id or 0)
        return person.name if person else ""


def roster_of(dossier: Dossier) -> Roster:
    """The staff on the dossier's day, and who is named in its case."""
    return roster_with(dossier.case, dossier.parties, dossier.staff, dossier.day)


def roster_with(case: Case, parties: Sequence[Party], staff: Mapping[int, Person], day: date) -> Roster:
    """The staff of a day, and of them who is named in that case."""
    may_pay = charged(parties)
    return Roster(
        staff=staff,
        day=day,
        case=case,
        party_ids=frozenset(party.person_id for party in parties),
        concerned=frozenset(party.person_id for party in may_pay),
        departments=tuple(dict.fromkeys(party.department for party in may_pay)),
    )
