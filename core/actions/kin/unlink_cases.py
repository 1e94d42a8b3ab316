"""Take back what was said about two cases; both are as they were."""

from dataclasses import replace

from core.actions.case.may_see_case import check_may_see
from core.actions.kin.link_cases import tell_of_link
from core.errors import SomebodyWasFirst
from core.model.case_link import CaseLink
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right, is_theirs


async def unlink_cases(link_id: int, *, actor: Person, uow: UnitOfWork) -> CaseLink:
    """The link, undone; whoever may link either case may do it.

    NoSuchThing, NotThisPerson if it is not the actor's to do; SomebodyWasFirst if it is undone already.
    """
    link = await uow.case_links.get(link_id)
    later, earlier = await uow.cases.get(link.case_id), await uow.cases.get(link.other_id)
    await check_may_see(later, actor=actor, uow=uow)
    if not is_theirs(Action.LINK_CASES, actor, around_case(earlier)):
        check_right(Action.LINK_CASES, actor, around_case(later))
    if link.undone_at is not None:
        raise SomebodyWasFirst("link_undone_already", number=later.number, other=earlier.number)
    undone = await uow.case_links.put(replace(link, undone_by=actor.id, undone_at=uow.now))
    await tell_of_link("cases_unlinked", undone, (later, earlier), actor, uow=uow)
    return undone
