"""Who may hear an appeal: whoever the rulebook names, else the auditors, but nobody who had a part in the case."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from core.model.assessment import Assessment
from core.model.company import Company
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import barred
from core.rules.appeal.appeal_route import employees_route
from core.rules.duty.office_roles import is_settled, office_role

_OTHERWISE: Final = (Role.AUDITOR, Role.GENERAL_MANAGER, Role.DIRECTOR, Role.RECHECK, Role.HR)


class Hearers:
    """Who of the staff holds the offices that hear, with their deputies, worked out once for all appeals of a day."""

    def __init__(self, staff: Mapping[int, Person], company: Company, day: date) -> None:
        self._staff = staff
        self._company = company
        self._day = day
        self._known: dict[tuple[Role, str], tuple[Person, ...]] = {}
        self._by_number = {person.employee_no: person for person in staff.values()}

    def free(
        self, office: str, rulebook: str, site: str, without: Collection[int] = ()
    ) -> tuple[Person, ...]:
        """Those who hold that office and are not among `without`, and their deputies; else the next ones.

        Without an office, and where the company has none of that name: auditors, else the management. Empty where
        everybody had a part in it: the appeal then waits, and the money stays frozen.
        """
        everybody = (self._holders(role, site) for role in self._roles(office, rulebook))
        found = (tuple(one for one in persons if one.id not in without) for persons in everybody)
        return next((persons for persons in found if persons), ())

    def may_hear(self, person: Person, office: str, rulebook: str, site: str) -> bool:
        """Whether the person would ever be asked to hear such an appeal, whoever else had a part in it."""
        everybody = (self._holders(role, site) for role in self._roles(office, rulebook))
        return any(person.id == one.id for persons in everybody for one in persons)

    def may_hear_at(self, site: str, person: Person) -> bool:
        """Whether the person holds any office there, or stands in for whoever does: nobody else ever hears."""
        others = (one for one in self._staff.values() if one.deputy_no == person.employee_no)
        return any(
            grant.role is not Role.EMPLOYEE and one.holds(grant.role, site)
            for one in (person, *others)
            for grant in one.grants
        )

    def _roles(self, office: str, rulebook: str) -> Iterator[Role]:
        asked = (office, rulebook, self._company)
        if office and is_settled(*asked) and office_role(*asked) is not Role.EMPLOYEE:
            yield office_role(*asked)
        yield from _OTHERWISE

    def _holders(self, role: Role, site: str) -> tuple[Person, ...]:
        """At the case's site; auditors of any other where that one has none to spare is for the company to settle."""
        if (role, site) not in self._known:
            held = [person for person in self._staff.values() if person.holds(role, site)]
            deputies = (self._by_number.get(person.deputy_no or "") for person in held)
            everybody = {one.id: one for one in (*held, *deputies) if one and not one.has_left(self._day)}
            self._known[role, site] = tuple(everybody.values())
        return self._known[role, site]


def who_hears(dossier: Dossier, figures: Assessment | None) -> tuple[Person, ...]:
    """Those free of any conflict who may hear an appeal in that case."""
    route, case = employees_route(figures), dossier.case
    without = barred(Action.TAKE_APPEAL, around_dossier(dossier))
    hearers = Hearers(dossier.staff, dossier.company, dossier.day)
    return hearers.free(route.to if route else "", case.rulebook, case.site, without)
