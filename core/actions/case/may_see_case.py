"""Who may open a case."""

from core.actions.person.read_roster import read_roster
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances, around_case
from core.rights.heads import heads_among, people_behind
from core.rights.may import check_right, may
from core.rights.tie import Tie
from core.rules.duty.duty_holders import asked_to


def reads_by_role(person: Person, site: str) -> bool:
    """Whether a role at that site lets the person read all its cases."""
    return may(Action.READ_ALL_CASES, person, Circumstances(site=site))


async def check_may_see(case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """NoSuchThing unless the actor has a part in the case, confirms in it, has a duty in it, or reads by role."""
    if may(Action.SEE_CASE, actor, around_case(case)):
        return
    parties = await uow.parties.where(case_id=case.id)
    heads = heads_among(people_behind(actor), case.site, {party.department for party in parties})
    there = around_case(case).tied(Tie.NAMED, {party.person_id for party in parties})
    there = there.tied(Tie.HEAD_OF_NAMED, heads)
    if not may(Action.SEE_CASE, actor, there):
        check_right(Action.SEE_CASE, actor, there.tied(Tie.HAS_DUTY, await _asked(case, actor, uow)))


async def _asked(case: Case, actor: Person, uow: UnitOfWork) -> frozenset[int | None]:
    """Who of them owns a duty of the case, or is one for whom a duty of its rulebook is, done or not."""
    behind = {one.id for one in people_behind(actor)}
    duties = await uow.duties.where(case_id=case.id)
    owners = {duty.owner_id for duty in duties} & behind
    demanded = [duty for duty in duties if duty.is_demanded]
    if owners or not demanded:
        return frozenset(owners)
    roster = await read_roster(case.id, case.site, uow=uow)
    return frozenset(one.id for duty in demanded for one in asked_to(duty, roster) if one.id in behind)
