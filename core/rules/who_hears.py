"""Who may hear an appeal: whoever the rulebook names, else the auditors, but nobody who had a part in the case."""

from collections.abc import Iterator

from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import barred
from core.rules.appeal_route import employees_route
from core.rules.office_roles import is_settled, office_role
from core.rules.superiors import with_deputies


def who_hears(dossier: Dossier, figures: Assessment | None) -> tuple[Person, ...]:
    """Those free of any conflict who hold the office, and their deputies; else auditors, else the management.

    Empty where everybody had a part in it: the appeal then waits, and the money stays frozen.
    """
    without = barred(Action.TAKE_APPEAL, around_dossier(dossier))
    found = (with_deputies(_holders(role, dossier), dossier, without) for role in _roles(dossier, figures))
    return next((persons for persons in found if persons), ())


def _roles(dossier: Dossier, figures: Assessment | None) -> Iterator[Role]:
    route = employees_route(figures)
    office = (route.to, dossier.case.rulebook, dossier.company) if route else None
    if office and is_settled(*office):
        yield office_role(*office)
    yield from (Role.AUDITOR, Role.GENERAL_MANAGER, Role.DIRECTOR, Role.RECHECK, Role.HR)


def _holders(role: Role, dossier: Dossier) -> tuple[Person, ...]:
    """At the case's site; auditors of any other where that one has none to spare is for the company to settle."""
    return tuple(person for person in dossier.staff.values() if person.holds(role, dossier.case.site))
