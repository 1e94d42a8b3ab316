"""The investigator names a person as responsible, in a role of the rulebook, and the person is told."""

from dataclasses import replace
from datetime import timedelta

from core.actions.change_case import change_case
from core.actions.inform_person import inform_person
from core.actions.open_for_change import open_for_change
from core.actions.rulebook_of import rulebook_of
from core.actions.start_clock import run_clock
from core.errors import NoSuchThing, NotAllowed
from core.model.dossier import RESTRICTED, Dossier
from core.model.label import Label
from core.model.party import Party
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.own_limits import statement_clock
from core.rules.rewarded_roles import roles_only_rewarded
from core.rules.told_how import INFORM_PARTY
from core.screens.statement import party_informed


async def name_party(case_id: int, person_id: int, role: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Name the person, or give them another role; naming the same twice changes nothing.

    The investigator can be no party; NoSuchThing for a role the edition does not know, or somebody who has left.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    person = _check_named(dossier, person_id, role, actor, uow)
    party = dossier.party_of(person_id)
    if party is None:
        await _add(dossier, person, role, actor, uow)
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


async def _add(dossier: Dossier, person: Person, role: str, actor: Person, uow: UnitOfWork) -> None:
    edition = rulebook_of(dossier.case, uow=uow).edition
    is_restricted = role in roles_only_rewarded(edition)
    party = await uow.parties.add(
        Party(
            case_id=dossier.case.id,
            person_id=person.id,
            role=role,
            department=person.department,
            details={RESTRICTED: True} if is_restricted else {},
            hearing_due_at=uow.now + timedelta(hours=uow.company.statement_hours),
            named_by=actor.id,
            named_at=uow.now,
        )
    )
    if not is_restricted:
        named = replace(dossier, parties=(*dossier.parties, party))
        await _inform(named, party, person, dossier.glossary.role(role), uow)


async def _inform(dossier: Dossier, party: Party, person: Person, role: Label, uow: UnitOfWork) -> None:
    due_at = party.hearing_due_at if person.can_be_told() else None
    message = party_informed(dossier.case, party, role, due_at)
    paper = await inform_person(person, message, duty_kind=INFORM_PARTY, dossier=dossier, uow=uow)
    if paper is None:
        await run_clock(statement_clock(party, dossier.case.site, uow.company), uow=uow)
