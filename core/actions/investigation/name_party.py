"""The investigator names a person as responsible, in a role of the rulebook, and the person is told."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.investigation.add_party import add_party
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing, NotAllowed
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def name_party(case_id: int, person_id: int, role: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Name the person, or give them another role; naming the same twice changes nothing.

    The investigator can be no party; NoSuchThing for a role the edition does not know, or somebody who has left.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    person = _check_named(dossier, person_id, role, actor, uow)
    party = dossier.party_of(person_id)
    if party is None:
        await add_party(dossier, person, role, actor=actor, uow=uow)
    elif party.role == role:
        return dossier
    else:
        await uow.parties.put(replace(party, role=role, chosen_rate=None, reason=""))
    return await change_case(
        dossier, "party_named", actor=actor, uow=uow, facts={"person": person_id, "role": role}
    )


def _check_named(dossier: Dossier, person_id: int, role: str, actor: Person, uow: UnitOfWork) -> Person:
    person = dossier.staff.get(person_id)
    if person is None or person.has_left(dossier.day):
        raise NoSuchThing("person_unknown")
    if person.id == actor.id:
        raise NotAllowed("investigator_is_no_party", number=dossier.case.number)
    if role not in rulebook_of(dossier.case, uow=uow).edition.roles:
        raise NoSuchThing("role_unknown", role=role)
    return person
