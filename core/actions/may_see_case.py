"""Who may open a case."""

from typing import Final

from core.actions.read_roster import read_roster
from core.errors import NoSuchThing
from core.model.case import Case
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rules.duty_holders import asked_to

_READERS: Final = (
    Role.QUALITY,
    Role.RECHECK,
    Role.DIRECTOR,
    Role.GENERAL_MANAGER,
    Role.AUDITOR,
    Role.FINANCE,
)


def reads_by_role(person: Person, site: str) -> bool:
    """Whether a role at that site lets the person read all its cases."""
    return any(person.holds(role, site) for role in _READERS)


async def check_may_see(case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """NoSuchThing unless the actor reported, leads or is named in the case, confirms in it, has a duty in it, or reads by role."""
    if actor.id in (case.reporter_id, case.owner_id) or reads_by_role(actor, case.site):
        return
    parties = await uow.parties.where(case_id=case.id)
    departments = {party.department for party in parties}
    if any(party.person_id == actor.id for party in parties) or any(
        actor.holds(Role.SUPERVISOR, case.site, department) for department in departments
    ):
        return
    if not (await uow.duties.where(case_id=case.id, owner_id=actor.id) or await _has_duty(case, actor, uow)):
        raise NoSuchThing("case_unknown", number=case.number)


async def _has_duty(case: Case, actor: Person, uow: UnitOfWork) -> bool:
    """Whether a duty of its rulebook, done or not, is one for the actor."""
    demanded = [duty for duty in await uow.duties.where(case_id=case.id) if duty.is_demanded]
    if not demanded:
        return False
    roster = await read_roster(case.id, case.site, uow=uow)
    return any(actor in asked_to(duty, roster) for duty in demanded)
