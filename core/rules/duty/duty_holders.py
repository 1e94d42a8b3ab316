"""Who may do a duty, and whom it waits for."""

from collections.abc import Collection

from core.model.duty import Duty
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster


def entitled_to(duty: Duty, roster: Roster) -> tuple[Person, ...]:
    """Everybody who may do it: all who hold its role at its site, and their deputies.

    Nobody named in the case where another is free. Without a holder it falls to quality where the role is one
    of the people concerned and nobody is named yet, and to the admins in all other cases. An agreed action is for
    whom it waits for by name, and their deputy.
    """
    if duty.is_planned:
        return _named(duty, roster)
    role = duty.role or Role.ADMIN
    holders = _holders(role, duty.site, roster)
    everybody = _each_once((*holders, *roster.deputies_of(holders)))
    if role is Role.EMPLOYEE:
        return everybody or roster.holding(Role.QUALITY, duty.site) or _admins(roster)
    free = tuple(one for one in everybody if one.id not in roster.party_ids)
    return free or everybody or _admins(roster)


def asked_to(duty: Duty, roster: Roster, barred: Collection[int] = ()) -> tuple[Person, ...]:
    """Whom it waits for: the investigator or else the reporter where they may do it, else all who may.

    `barred` are those who may not, since they did what it has to be kept apart from.
    """
    able = tuple(one for one in entitled_to(duty, roster) if one.id not in barred)
    own = (roster.case.owner_id, roster.case.reporter_id) if roster.case else ()
    by_id = {one.id: one for one in able}
    first = next((by_id[one] for one in own if one in by_id), None)
    return (first,) if first else able


def _named(duty: Duty, roster: Roster) -> tuple[Person, ...]:
    """Whom an agreed action waits for by name; quality where they have left, or finished it themselves."""
    person = tuple(one for one in roster.employed() if one.id == duty.owner_id and one.id != duty.finished_by)
    if not person:
        return roster.holding(Role.QUALITY, duty.site) or _admins(roster)
    return _each_once((*person, *roster.deputies_of(person)))


def _holders(role: Role, site: str, roster: Roster) -> tuple[Person, ...]:
    if roster.case is None or role not in (Role.SUPERVISOR, Role.EMPLOYEE):
        return roster.holding(role, site)
    if role is Role.EMPLOYEE:
        return tuple(one for one in roster.employed() if one.id in roster.concerned)
    if not roster.departments:
        return roster.holding(Role.QUALITY, site)
    return _each_once(
        tuple(one for department in roster.departments for one in roster.holding(role, site, department))
    )


def _admins(roster: Roster) -> tuple[Person, ...]:
    return tuple(one for one in roster.employed() if one.holds_anywhere(Role.ADMIN))


def _each_once(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple({one.id: one for one in persons}.values())
