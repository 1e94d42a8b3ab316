"""Collect the duties of rulebooks that wait for a person."""

from collections.abc import AsyncIterator, Mapping
from datetime import date
from typing import Final

from core.actions.duty.kept_apart import barred_from_each
from core.actions.duty.named_in_cases import concerned_in, named_among
from core.model.brief import BriefDuty
from core.model.duty import RULEBOOK_DEADLINE, RULEBOOK_DUTY
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rules.deadline.waiting_entry import Entry
from core.rules.duty.waits_for import CONCERNED, Offices, waits_for

_KINDS: Final = (RULEBOOK_DUTY, RULEBOOK_DEADLINE)


async def duties_waiting(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """Those to be done by the actor, and those that somebody has finished and the actor may agree to."""
    offices = await _offices(uow)
    may_be = await _in_question(actor, offices, uow)
    concerned = await concerned_in((one.case_id for one in may_be if one.role in CONCERNED), uow)
    held = [(one, offices[one.site].holders(one, concerned)) for one in sorted(may_be)]
    theirs = [(one, holders) for one, holders in held if actor.id in holders.ids]
    everybody = frozenset[int]().union(*{holders.ids for _, holders in theirs})
    named = await named_among(everybody, (one.case_id for one, _ in theirs), uow)
    barred = await barred_from_each([one for one, _ in theirs], uow)
    for duty, holders in theirs:
        those = named.get(duty.case_id, frozenset())
        if waits_for(duty, actor.id, holders, those, barred.get(duty.id, ())):
            kind = duty.kind if duty.finished_by is None else "duty_to_second"
            yield Entry(kind=kind, due_at=duty.due_at, case_id=duty.case_id or 0, duty_id=duty.id)


async def _in_question(
    actor: Person, offices: Mapping[str, Offices], uow: UnitOfWork
) -> tuple[BriefDuty, ...]:
    """Open duties of the offices that the actor has a part in.

    Those of the people concerned fall to quality, or to the admins, while nobody is there for them. Else nobody need look
    further than the cases that name them, or whom they stand in for.
    """
    sites: dict[frozenset[Role], list[str]] = {}
    for site, of in offices.items():
        sites.setdefault(_roles(actor, site, of), []).append(site)
    found = [
        await uow.waits.duties(kind=_KINDS, role=tuple(sorted(roles, key=str)), site=tuple(at))
        for roles, at in sites.items()
        if roles
    ]
    fallen_to = tuple(site for site, of in offices.items() if _is_fallback(actor, site, of))
    found.append(await uow.waits.unattended(kind=_KINDS, site=fallen_to) if fallen_to else ())
    found.append(await _of_employees(actor, uow))
    return tuple({duty.id: duty for duties in found for duty in duties}.values())


def _roles(actor: Person, site: str, of: Offices) -> frozenset[Role]:
    """Those whose duties at that site are to be looked through for the actor."""
    own = {role for role in Role if actor.id in of.of_office(role, site).ids} - {Role.EMPLOYEE}
    return frozenset(own | {Role.SUPERVISOR} if _is_fallback(actor, site, of) else own)


def _is_fallback(actor: Person, site: str, of: Offices) -> bool:
    """Whether duties of the people concerned may fall to the actor."""
    return any(actor.id in of.of_office(role, site).ids for role in (Role.QUALITY, Role.ADMIN))


async def _of_employees(actor: Person, uow: UnitOfWork) -> tuple[BriefDuty, ...]:
    """Duties of the people concerned of cases that name them, and of the calendar."""
    stood_in_for = await uow.persons.where(deputy_no=actor.employee_no)
    duties = await uow.waits.duties(kind=_KINDS, role=Role.EMPLOYEE)
    if not any(duty.case_id for duty in duties):
        return duties
    named = frozenset[int]().union(
        *[await uow.waits.named_in(person.id) for person in (actor, *stood_in_for)]
    )
    return tuple(duty for duty in duties if duty.case_id is None or duty.case_id in named)


async def _offices(uow: UnitOfWork) -> dict[str, Offices]:
    """Who holds what at every site on its day."""
    staff = {person.id: person for person in await uow.persons.where()}
    days: dict[date, Offices] = {}
    return {
        site.id: days.setdefault(day, Offices(staff, day))
        for site in uow.company.sites
        for day in (uow.today(site.id),)
    }
