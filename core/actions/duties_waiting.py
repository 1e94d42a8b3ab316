"""Collect the duties of rulebooks that wait for a person."""

from collections.abc import AsyncIterator

from core.actions.read_rosters import read_rosters
from core.model.duty import RULEBOOK_DEADLINE, RULEBOOK_DUTY, Duty
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster
from core.ports import UnitOfWork
from core.rules.duty_holders import asked_to
from core.screens.due import Waiting


async def duties_waiting(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    """Those to be done by the actor, and those that somebody has finished and the actor may agree to."""
    candidates = await _candidates(actor, uow)
    rosters = await read_rosters({(duty.case_id, duty.site) for duty in candidates}, uow=uow)
    for duty in candidates:
        roster = rosters[duty.case_id, duty.site]
        if await is_asked(duty, roster, actor, uow):
            kind = duty.kind if duty.finished_by is None else "duty_to_second"
            yield Waiting(kind=kind, case=roster.case, due_at=duty.due_at, duty=duty)


async def is_asked(duty: Duty, roster: Roster, actor: Person, uow: UnitOfWork) -> bool:
    """Whether the duty waits for the actor, who had no hand in what it is to be kept apart from."""
    barred = await barred_from(duty, uow)
    return actor.id in {person.id for person in asked_to(duty, roster, barred)}


async def _candidates(actor: Person, uow: UnitOfWork) -> tuple[Duty, ...]:
    """Open duties of the roles that the actor holds, or stands in for; of every role for an admin."""
    kinds = (RULEBOOK_DUTY, RULEBOOK_DEADLINE)
    stood_in_for = await uow.persons.where(deputy_no=actor.employee_no)
    roles = {grant.role for person in (actor, *stood_in_for) for grant in person.grants}
    if Role.ADMIN in roles:
        return await uow.duties.where(kind=kinds, done_at=None)
    # a duty of the people concerned falls to quality until somebody is named
    concerned = (Role.SUPERVISOR, Role.EMPLOYEE) if Role.QUALITY in roles else (Role.EMPLOYEE,)
    return await uow.duties.where(kind=kinds, done_at=None, role=tuple(sorted({*roles, *concerned}, key=str)))


async def barred_from(duty: Duty, uow: UnitOfWork) -> frozenset[int]:
    """Who may not do the duty now: who finished it, or did what it is to be kept apart from."""
    apart = duty.data.get("not_by")
    finished = frozenset() if duty.finished_by is None else frozenset({duty.finished_by})
    if not isinstance(apart, list | tuple) or not apart:
        return finished
    same = {"case_id": duty.case_id, "site": duty.site, "rule": tuple(apart)}
    return finished.union(*(one.doers() for one in await uow.duties.where(**same)))
