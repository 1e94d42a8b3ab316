"""Who confirms the responsibility of a department's people: their supervisor, unless the supervisor is a party."""

from dataclasses import dataclass

from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import barred
from core.rules.staff.superiors import may_act, nearest_superior, with_deputies


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmers:
    """Who may confirm for one department, the one to be asked first; `instead_of` are supervisors who are parties."""

    department: str
    entitled: tuple[Person, ...]
    instead_of: tuple[Person, ...] = ()

    def is_stand_in(self) -> bool:
        """Whether a superior confirms in a supervisor's place."""
        return bool(self.instead_of)


def who_confirms(department: str, dossier: Dossier) -> Confirmers:
    """The department's supervisors and their deputies; parties among them give way to the nearest free superior.

    A department without a supervisor is confirmed by the superiors of its people. Nobody is left only if
    every general manager of the site is a party.
    """
    named = barred(Action.CONFIRM, around_dossier(dossier))
    supervisors = _supervisors(department, dossier)
    free = tuple(person for person in supervisors if person.id not in named)
    instead_of = tuple(person for person in supervisors if person.id in named)
    if free:
        return Confirmers(department=department, entitled=with_deputies(free, dossier, named))
    below = instead_of or _members(department, dossier)
    above = tuple(_first_free(below, dossier, named)) or _at_the_top(dossier, named)
    return Confirmers(
        department=department, entitled=with_deputies(above, dossier, named), instead_of=instead_of
    )


def departments_named(dossier: Dossier) -> tuple[str, ...]:
    """The departments whose people are named in the case, each once, in the order of naming."""
    return tuple(dict.fromkeys(party.department for party in dossier.charged()))


def _supervisors(department: str, dossier: Dossier) -> tuple[Person, ...]:
    return tuple(
        person
        for person in dossier.staff.values()
        if person.holds(Role.SUPERVISOR, dossier.case.site, department) and not person.has_left(dossier.day)
    )


def _members(department: str, dossier: Dossier) -> tuple[Person, ...]:
    return tuple(
        dossier.staff[party.person_id] for party in dossier.charged() if party.department == department
    )


def _first_free(below: tuple[Person, ...], dossier: Dossier, named: frozenset[int]) -> list[Person]:
    above = (nearest_superior(person, dossier, named) for person in below)
    return list({person.id: person for person in above if person is not None}.values())


def _at_the_top(dossier: Dossier, named: frozenset[int]) -> tuple[Person, ...]:
    return tuple(
        person
        for person in dossier.staff.values()
        if person.holds(Role.GENERAL_MANAGER, dossier.case.site) and may_act(person, dossier, named)
    )
