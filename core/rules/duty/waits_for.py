"""For whom open duties wait, told for hundreds of them at once: as `asked_to` says of each by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from core.model.brief import BriefDuty
from core.model.person import Person
from core.model.roles import Role

# whose duties these are hangs on who is named in the case
CONCERNED: Final = (Role.SUPERVISOR, Role.EMPLOYEE)


class Concerned(NamedTuple):
    """Who may have to pay in a case, and the departments they are named for."""

    ids: frozenset[int] = frozenset()
    departments: frozenset[str] = frozenset()


class Holders(NamedTuple):
    """Everybody who may do a duty by their role; `give_way` if those named in the case leave it to the others."""

    ids: frozenset[int]
    give_way: bool


class Offices:
    """Who holds a role at a site, with their deputies, worked out once for all duties of it."""

    def __init__(self, staff: Mapping[int, Person], day: date) -> None:
        employed = {person.id: person for person in staff.values() if not person.has_left(day)}
        self._employed = employed
        self._by_role = defaultdict[Role, dict[int, Person]](dict)
        for person in employed.values():
            for grant in person.grants:
                self._by_role[grant.role][person.id] = person
        self._by_number = {person.employee_no: person for person in employed.values()}
        self._known: dict[tuple[Role, str, Concerned | None], Holders] = {}
        self._holding: dict[tuple[Role, str, str | None], tuple[Person, ...]] = {}

    def of_office(self, role: Role, site: str) -> Holders:
        """Those of that role at that site, the admins where nobody holds it."""
        return self._of(role, site, None)

    def holders(self, duty: BriefDuty, concerned: Mapping[int, Concerned]) -> Holders:
        """Those of its role at its site; `concerned` are the people of each case."""
        role, of = duty.role or Role.ADMIN, None
        if role in CONCERNED and duty.case_id is not None:
            of = concerned.get(duty.case_id, Concerned())
        return self._of(role, duty.site, of)

    def _of(self, role: Role, site: str, concerned: Concerned | None) -> Holders:
        key = (role, site, concerned)
        if key not in self._known:
            self._known[key] = self._found(role, site, concerned)
        return self._known[key]

    def _found(self, role: Role, site: str, concerned: Concerned | None) -> Holders:
        people = self._people(role, site, concerned)
        everybody = _ids((*people, *self._deputies(people)))
        if everybody:
            return Holders(everybody, give_way=role is not Role.EMPLOYEE)
        quality = self._those(Role.QUALITY, site) if role is Role.EMPLOYEE else ()
        return Holders(_ids(quality or self._admins()), give_way=False)

    def _people(self, role: Role, site: str, concerned: Concerned | None) -> tuple[Person, ...]:
        if concerned is None:
            return self._those(role, site)
        if role is Role.EMPLOYEE:
            return tuple(self._employed[one] for one in concerned.ids if one in self._employed)
        if not concerned.departments:
            return self._those(Role.QUALITY, site)
        return tuple(
            one for department in concerned.departments for one in self._those(role, site, department)
        )

    def _those(self, role: Role, site: str, department: str | None = None) -> tuple[Person, ...]:
        key = (role, site, department)
        if key not in self._holding:
            holding = self._by_role[role].values()
            self._holding[key] = tuple(one for one in holding if one.holds(role, site, department))
        return self._holding[key]

    def _deputies(self, people: Iterable[Person]) -> tuple[Person, ...]:
        numbers = (one.deputy_no for one in people)
        return tuple(self._by_number[number] for number in numbers if number in self._by_number)

    def _admins(self) -> tuple[Person, ...]:
        return tuple(self._by_role[Role.ADMIN].values())


def waits_for(
    duty: BriefDuty,
    person_id: int,
    holders: Holders,
    named: frozenset[int] = frozenset(),
    barred: Collection[int] = (),
) -> bool:
    """Whether the duty waits for that person, one of these holders or not; `named` are those named in its case."""
    if person_id not in holders.ids or person_id in barred:
        return False
    named = named if holders.give_way else frozenset()
    able = {one for one in holders.ids - named or holders.ids if one not in barred}
    first = next((one for one in (duty.leads, duty.reported) if one in able), None)
    return person_id in able if first is None else person_id == first


def _ids(people: Iterable[Person]) -> frozenset[int]:
    return frozenset(one.id for one in people)
