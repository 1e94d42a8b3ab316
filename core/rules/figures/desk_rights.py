"""Checks at a department's desk: which desk it is, and whose it is."""

from enum import StrEnum

from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.rules.figures.entitled import entitled_at
from core.rules.figures.who_confirms import departments_named, who_confirms


class Said(StrEnum):
    """What a press came to."""

    DONE = "done"
    ALREADY = "already"
    AS_PARTY = "as_party"


def desk_at(dossier: Dossier, desk: int) -> str:
    """The department at that place; NoSuchThing for a place that is not there."""
    departments = departments_named(dossier)
    if desk >= len(departments):
        raise NoSuchThing("desk_unknown", number=dossier.case.number)
    return departments[desk]


def speaks_only_for_themself(dossier: Dossier, department: str, actor: Person) -> bool:
    """Whether the actor would confirm at that desk, were they not named in the case."""
    return actor.id in {person.id for person in who_confirms(department, dossier).instead_of}


def check_desk(action: Action, dossier: Dossier, department: str, actor: Person) -> None:
    """NotThisPerson, saying whose the desk is, unless the actor has a say there."""
    entitled = entitled_at(department, dossier)
    parties = who_confirms(department, dossier).instead_of
    check_theirs(
        action,
        actor,
        around_dossier(dossier).tied(Tie.DESK, tuple(person.id for person in entitled)),
        department=department,
        names=tuple(person.name for person in entitled),
        parties=tuple(person.name for person in parties),
    )
