"""Whose figures a person may see."""

from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rules.entitled import APPROVE, entitled_at
from core.rules.who_approves import who_approves
from core.rules.who_confirms import departments_named

_ALL_BY_ROLE = (Role.AUDITOR, Role.FINANCE)


def persons_open_to(actor: Person, dossier: Dossier, posts: tuple[str, ...]) -> frozenset[int]:
    """The named persons whose lines the actor may see; `posts` are those of the chain of approvals.

    Everybody's for investigator, approvers, auditor and finance; their department's for confirmers; else one's own.
    """
    everybody = frozenset(party.person_id for party in dossier.charged())
    if sees_all(actor, dossier, posts):
        return everybody
    departments = {
        department
        for department in departments_named(dossier)
        if actor.id in {person.id for person in entitled_at(department, dossier)}
        or actor.holds(Role.SUPERVISOR, dossier.case.site, department)
    }
    theirs = frozenset(party.person_id for party in dossier.charged() if party.department in departments)
    return theirs | (everybody & {actor.id})


def sees_all(actor: Person, dossier: Dossier, posts: tuple[str, ...]) -> bool:
    """Whether every line is the actor's to see: investigator, approver, auditor or finance."""
    if actor.id == dossier.case.owner_id:
        return True
    if any(actor.holds(role, dossier.case.site) for role in _ALL_BY_ROLE):
        return True
    if any(duty.owner_id == actor.id for duty in dossier.duties_of(APPROVE)):
        return True
    return any(actor.id in {person.id for person in who_approves(post, dossier)} for post in posts)
