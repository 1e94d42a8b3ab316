"""An action as it may be agreed on: somebody does it, somebody else verifies it, and it is due on a day to come."""

from collections.abc import Iterator
from dataclasses import replace

from core.errors import NoSuchThing, NotAllowed
from core.model.corrective_action import CorrectiveAction
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role


def checked_action(action: CorrectiveAction, dossier: Dossier) -> CorrectiveAction:
    """The action with its verifier; NotAllowed without an owner, for a day in the past, or verified by its doer."""
    if action.owner_id is None:
        raise NotAllowed("action_without_owner")
    _check_employed(action.owner_id, dossier)
    if action.due_on < dossier.day:
        raise NotAllowed("due_in_past", day=action.due_on, today=dossier.day)
    if action.verifier_id is None:
        return replace(action, verifier_id=_likely_verifier(action.owner_id, dossier))
    check_verifier(action.verifier_id, action.owner_id, dossier)
    return action


def check_verifier(verifier_id: int, doer_id: int, dossier: Dossier) -> None:
    """NotAllowed for the doer themself; NoSuchThing for nobody employed."""
    _check_employed(verifier_id, dossier)
    if verifier_id == doer_id:
        raise NotAllowed("verifier_is_doer", name=dossier.name(doer_id))


def _check_employed(person_id: int, dossier: Dossier) -> None:
    """NoSuchThing for anybody who is not employed."""
    person = dossier.staff.get(person_id)
    if person is None or person.has_left(dossier.day):
        raise NoSuchThing("person_unknown")


def _likely_verifier(doer_id: int, dossier: Dossier) -> int:
    """Who leads the case, another quality person of its site, or the doer's own line: the first that is not the doer."""
    free = (one.id for one in _candidates(doer_id, dossier) if not one.has_left(dossier.day))
    found = next((one for one in free if one != doer_id), None)
    if found is None:
        raise NotAllowed("nobody_to_verify", name=dossier.name(doer_id))
    return found


def _candidates(doer_id: int, dossier: Dossier) -> Iterator[Person]:
    case, named = dossier.case, dossier.party_ids()
    everybody = dossier.staff.values()
    leads = (one for one in everybody if one.id == case.owner_id)
    quality = (one for one in everybody if one.holds(Role.QUALITY, case.site) and one.id not in named)
    above = dossier.by_number(dossier.staff[doer_id].manager_no)
    yield from (*leads, *quality, *((above,) if above else ()))
