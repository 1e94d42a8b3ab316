"""Add a person to a case in a role of its rulebook, and tell them, in chat or on paper, that they may speak."""

from dataclasses import replace
from datetime import timedelta

from core.actions.deadline.start_clock import run_clock
from core.actions.investigation.inform_person import inform_person
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.dossier import RESTRICTED, Dossier
from core.model.label import Label
from core.model.party import Party
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.rewarded_roles import roles_only_rewarded
from core.rules.deadline.own_limits import statement_clock
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.statement import party_informed


async def add_party(dossier: Dossier, person: Person, role: str, *, actor: Person, uow: UnitOfWork) -> Party:
    """The party as kept; who is named only for a reward is not told yet."""
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
    return party


async def _inform(dossier: Dossier, party: Party, person: Person, role: Label, uow: UnitOfWork) -> None:
    due_at = party.hearing_due_at if person.can_be_told() else None
    message = party_informed(dossier.case, party, role, due_at)
    paper = await inform_person(person, message, duty_kind=INFORM_PARTY, dossier=dossier, uow=uow)
    if paper is None:
        await run_clock(statement_clock(party, dossier.case.site, uow.company), uow=uow)
