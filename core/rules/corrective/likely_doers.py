"""Who is likely to do something about the cause of a case."""

from typing import Final

from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role

_MOST: Final = 6


def likely_doers(dossier: Dossier, asking: Person) -> tuple[Person, ...]:
    """The asking person, the investigator, then the supervisors and directors of the site, each once."""
    site = dossier.case.site
    leads = tuple(one for one in dossier.staff.values() if one.id in (asking.id, dossier.case.owner_id))
    roles = (Role.SUPERVISOR, Role.DIRECTOR)
    heads = tuple(
        one
        for role in roles
        for one in dossier.staff.values()
        if any(grant.role is role and grant.site in (None, site) for grant in one.grants)
    )
    employed = {one.id: one for one in (*leads, *heads) if not one.has_left(dossier.day)}
    return tuple(employed.values())[:_MOST]
