"""Who may approve a step of the rulebook's chain: nobody named in the case, nor who reported it."""

from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rules.superiors import nearest_superior, with_deputies


def who_approves(post: str, dossier: Dossier) -> tuple[Person, ...]:
    """Those who hold the post's role at the case's site, and their deputies; without any, the superiors of its holders.

    Empty if nobody above is free either: the case then waits, it never passes by itself.
    """
    barred = dossier.party_ids() | {dossier.case.reporter_id}
    holders = _holders(dossier.company.role_of(post, dossier.case.rulebook), dossier)
    free = with_deputies(holders, dossier, barred)
    if free:
        return free
    above = (nearest_superior(person, dossier, barred) for person in holders)
    found = tuple({person.id: person for person in above if person is not None}.values())
    return with_deputies(found or _holders(Role.GENERAL_MANAGER, dossier), dossier, barred)


def _holders(role: Role, dossier: Dossier) -> tuple[Person, ...]:
    return tuple(
        person
        for person in dossier.staff.values()
        if person.holds(role, dossier.case.site) and not person.has_left(dossier.day)
    )
