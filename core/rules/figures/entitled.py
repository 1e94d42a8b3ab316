"""Who has a say at a desk at this moment, escalations included."""

from core.model.dossier import Dossier
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import barred
from core.rules.figures.who_confirms import who_confirms
from core.rules.staff.superiors import may_act

CONFIRM = "confirm_responsibility"
APPROVE = "approve_figures"
ANSWER = "answer_objection"


def entitled_at(department: str, dossier: Dossier) -> tuple[Person, ...]:
    """Those who may confirm for the department: supervisor and deputies, and whoever silence has been taken up to."""
    confirmers = who_confirms(department, dossier).entitled
    without = barred(Action.CONFIRM, around_dossier(dossier))
    asked = dossier.duties_of(CONFIRM, desk=department, version=dossier.case.version)
    owners = (dossier.staff.get(duty.owner_id or 0) for duty in asked)
    above = (person for person in owners if person and may_act(person, dossier, without))
    return tuple({person.id: person for person in (*confirmers, *above)}.values())


def readers_at(department: str, dossier: Dossier) -> tuple[Person, ...]:
    """Those who get the department's card: the entitled, and supervisors who may only speak for themselves."""
    return (*entitled_at(department, dossier), *who_confirms(department, dossier).instead_of)
