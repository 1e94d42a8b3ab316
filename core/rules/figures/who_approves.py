"""Who may approve a step of the rulebook's chain: nobody named in the case, nor who reported it."""

from collections.abc import Collection

from core.model.assessment import ApprovalStep
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_dossier
from core.rights.may import barred
from core.rules.figures.approval_chain import passed
from core.rules.staff.superiors import nearest_superior, with_deputies


def who_may_pass(asked: ApprovalStep, dossier: Dossier) -> tuple[Person, ...]:
    """Those who may approve that step; not who approved, on these figures, in a post that the step must not share."""
    return who_approves(asked.by, dossier, passed_apart(asked, dossier))


def passed_apart(asked: ApprovalStep, dossier: Dossier) -> frozenset[int]:
    """Who approved, on these figures, in a post that the step must not share."""
    return frozenset(word.person_id for word in passed(dossier) if word.desk in asked.not_by)


def who_approves(post: str, dossier: Dossier, apart: Collection[int] = ()) -> tuple[Person, ...]:
    """Those who hold the post's role at the case's site, and their deputies; without any, the superiors of its holders.

    `apart` are persons who may not, whatever they hold. Empty if nobody above is free either: the case then waits, it
    never passes by itself.
    """
    return who_decides(dossier.company.role_of(post, dossier.case.rulebook), dossier, apart)


def who_decides(role: Role, dossier: Dossier, apart: Collection[int] = ()) -> tuple[Person, ...]:
    """The same for the holders of a role."""
    without = barred(Action.APPROVE, around_dossier(dossier).barring(Bar.PASSED_APART, apart))
    holders = _holders(role, dossier)
    free = with_deputies(holders, dossier, without)
    if free:
        return free
    above = (nearest_superior(person, dossier, without) for person in holders)
    found = tuple({person.id: person for person in above if person is not None}.values())
    return with_deputies(found or _holders(Role.GENERAL_MANAGER, dossier), dossier, without)


def _holders(role: Role, dossier: Dossier) -> tuple[Person, ...]:
    return tuple(
        person
        for person in dossier.staff.values()
        if person.holds(role, dossier.case.site) and not person.has_left(dossier.day)
    )
