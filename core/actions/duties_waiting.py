"""Collect the duties of rulebooks that wait for a person."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from core.actions.read_rosters import read_rosters
from core.model.brief import BriefDuty
from core.model.duty import RULEBOOK_DEADLINE, RULEBOOK_DUTY, Duty
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster
from core.ports import UnitOfWork
from core.rules.duty_holders import asked_to
from core.rules.waiting_entry import Entry
from core.rules.waits_for import Offices, waits_for

_KINDS: Final = (RULEBOOK_DUTY, RULEBOOK_DEADLINE)
# whose duties these are hangs on who is named in the case
_CONCERNED: Final = (Role.SUPERVISOR, Role.EMPLOYEE)


async def duties_waiting(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """Those to be done by the actor, and those that somebody has finished and the actor may agree to."""
    offices = await _offices(uow)
    office = [
        one for one in await _of_offices(actor, uow) if await _is_for(one, actor, offices[one.site], uow)
    ]
    concerned = await _of_concerned(actor, uow)
    places = {(duty.case_id, duty.site) for duty in concerned}
    rosters = await read_rosters(places, uow=uow) if places else {}
    own = [one for one in concerned if await is_asked(one, rosters[one.case_id, one.site], actor, uow)]
    found: list[BriefDuty | Duty] = [*office, *own]
    for duty in sorted(found, key=lambda one: one.id):
        kind = duty.kind if duty.finished_by is None else "duty_to_second"
        yield Entry(kind=kind, due_at=duty.due_at, case_id=duty.case_id or 0, duty_id=duty.id)


async def is_asked(duty: Duty, roster: Roster, actor: Person, uow: UnitOfWork) -> bool:
    """Whether the duty waits for the actor, who had no hand in what it is to be kept apart from."""
    barred = await barred_from(duty, uow)
    return actor.id in {person.id for person in asked_to(duty, roster, barred)}


async def _is_for(duty: BriefDuty, actor: Person, offices: Offices, uow: UnitOfWork) -> bool:
    barred = frozenset[int]() if duty.finished_by is None else frozenset({duty.finished_by})
    if duty.is_kept_apart and actor.id in offices.holders(duty.role or Role.ADMIN, duty.site):
        barred = await barred_from(await uow.duties.get(duty.id), uow)
    return waits_for(duty, actor.id, offices, barred)


async def _offices(uow: UnitOfWork) -> dict[str, Offices]:
    """Who holds what at every site on its day."""
    staff = {person.id: person for person in await uow.persons.where()}
    days: dict[date, Offices] = {}
    return {
        site.id: days.setdefault(day, Offices(staff, day))
        for site in uow.company.sites
        for day in (uow.now.astimezone(uow.company.zone(site.id)).date(),)
    }


async def _of_offices(actor: Person, uow: UnitOfWork) -> tuple[BriefDuty, ...]:
    """Open duties of the offices that the actor holds, or stands in for; of every one for an admin."""
    held = await _roles(actor, uow)
    roles = tuple(sorted((set(Role) if Role.ADMIN in held else held) - set(_CONCERNED), key=str))
    return await uow.waits.duties(kind=_KINDS, role=roles) if roles else ()


async def _of_concerned(actor: Person, uow: UnitOfWork) -> tuple[Duty, ...]:
    """Open duties of supervisors and of the people named; these fall to quality until somebody is named."""
    held = await _roles(actor, uow)
    if held & {Role.ADMIN, Role.QUALITY}:
        return await uow.duties.where(kind=_KINDS, done_at=None, role=_CONCERNED)
    roles = _CONCERNED if Role.SUPERVISOR in held else (Role.EMPLOYEE,)
    brief = await uow.waits.duties(kind=_KINDS, role=roles)
    ids = tuple(one.id for one in brief if one.role is Role.SUPERVISOR or _may_concern(one, actor))
    return await uow.duties.where(id=ids) if ids else ()


def _may_concern(duty: BriefDuty, actor: Person) -> bool:
    """A duty of the people concerned: of a case that names the actor, or of the calendar."""
    return duty.case_id is None or actor.id in duty.named_ids()


async def _roles(actor: Person, uow: UnitOfWork) -> set[Role]:
    stood_in_for = await uow.persons.where(deputy_no=actor.employee_no)
    return {grant.role for person in (actor, *stood_in_for) for grant in person.grants}


async def barred_from(duty: Duty, uow: UnitOfWork) -> frozenset[int]:
    """Who may not do the duty now: who finished it, or did what it is to be kept apart from."""
    apart = duty.data.get("not_by")
    finished = frozenset() if duty.finished_by is None else frozenset({duty.finished_by})
    if not isinstance(apart, list | tuple) or not apart:
        return finished
    same = {"case_id": duty.case_id, "site": duty.site, "rule": tuple(apart)}
    return finished.union(*(one.doers() for one in await uow.duties.where(**same)))
