"""Whose figures a person may see."""

from core.model.dossier import Dossier
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import Circumstances, around_dossier
from core.rights.heads import heads_among, people_behind
from core.rights.may import may
from core.rights.tie import Tie
from core.rules.figures.entitled import APPROVE, entitled_at
from core.rules.figures.who_approves import who_approves
from core.rules.figures.who_confirms import departments_named


def persons_open_to(actor: Person, dossier: Dossier, posts: tuple[str, ...]) -> frozenset[int]:
    """The named persons whose lines the actor may see; `posts` are those of the chain of approvals.

    Everybody's for whoever sees all; their department's for whoever confirms there or heads it; else one's own.
    """
    everybody = frozenset(party.person_id for party in dossier.charged())
    if sees_all(actor, dossier, posts):
        return everybody
    departments = {one for one in departments_named(dossier) if _sees_department(one, actor, dossier)}
    theirs = frozenset(party.person_id for party in dossier.charged() if party.department in departments)
    is_named = may(Action.SEE_OWN_FIGURES, actor, around_dossier(dossier))
    return theirs | (everybody & {actor.id} if is_named else frozenset())


def sees_all(actor: Person, dossier: Dossier, posts: tuple[str, ...]) -> bool:
    """Whether every line is the actor's to see: investigator, approver, auditor or finance."""
    return may(Action.SEE_ALL_FIGURES, actor, figures_around(dossier, posts))


def figures_around(dossier: Dossier, posts: tuple[str, ...]) -> Circumstances:
    """The case with everybody who approves, or was asked to, in these posts."""
    asked = {duty.owner_id for duty in dossier.duties_of(APPROVE)}
    approvers = {person.id for post in posts for person in who_approves(post, dossier)}
    return around_dossier(dossier).tied(Tie.CHAIN, asked | approvers)


def _sees_department(department: str, actor: Person, dossier: Dossier) -> bool:
    desk = tuple(person.id for person in entitled_at(department, dossier))
    heads = heads_among(people_behind(actor), dossier.case.site, (department,))
    there = around_dossier(dossier).tied(Tie.DESK, desk).tied(Tie.HEAD_OF_NAMED, heads)
    return may(Action.SEE_DEPARTMENT_FIGURES, actor, there)
