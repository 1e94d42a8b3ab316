"""Say what two cases have to do with each other. Nothing is merged: both keep all they have."""

from core.actions.case.may_see_case import check_may_see
from core.actions.case.show_case import show_case
from core.actions.kin.ask_recurrence import ask_recurrence
from core.actions.kin.find_look_alikes import likeness_of
from core.actions.kin.live_links import live_link_between
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.case import Case
from core.model.case_link import CaseLink, Likeness, LinkKind
from core.model.evidence import Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right


async def link_cases(
    one: Case, another: Case, kind: LinkKind, *, actor: Person | None, uow: UnitOfWork
) -> CaseLink:
    """The link from the later case to the earlier one, shown on the cards of both; `actor` is None for the bot's watch.

    Where a closed case is said to have come back, those who may open it again are asked.
    NotAllowed for a case and itself; NotThisPerson, NoSuchThing if either is not the actor's to link or to see;
    SomebodyWasFirst if the two are linked already.
    """
    if one.id == another.id:
        raise NotAllowed("link_to_itself", number=one.number)
    if actor is not None:
        check_right(Action.LINK_CASES, actor, around_case(one))
        await check_may_see(another, actor=actor, uow=uow)
    if await live_link_between(one.id, another.id, uow=uow):
        raise SomebodyWasFirst("cases_linked_already", number=one.number, other=another.number)
    link = await uow.case_links.add(
        CaseLink(
            case_id=max(one.id, another.id),
            other_id=min(one.id, another.id),
            kind=kind,
            likeness=await likeness_of(one, another, uow=uow) or (Likeness.SAID,),
            evidence_before=await _pieces(one, another, uow),
            linked_by=actor.id if actor else None,
            linked_at=uow.now,
        )
    )
    await tell_of_link("cases_linked", link, (one, another), actor, uow=uow)
    if kind is LinkKind.RECURRENCE:
        earlier, later = sorted((one, another), key=lambda case: case.id)
        await ask_recurrence(later, earlier, uow=uow)
    return link


async def tell_of_link(
    act: str, link: CaseLink, cases: tuple[Case, Case], actor: Person | None, *, uow: UnitOfWork
) -> None:
    """Write it down in the log of both cases, with how much evidence they have now, and renew both cards."""
    for case, other in (cases, cases[::-1]):
        facts = {
            "link": link.id,
            "other": other.number,
            "kind": link.kind.value,
            "likeness": [likeness.value for likeness in link.likeness],
            "evidence": await _pieces(case, other, uow),
        }
        actor_id = actor.id if actor else None
        await uow.log.write(LogRow(act=act, case_id=case.id, actor_id=actor_id, facts=facts))
        await show_case(case, uow=uow)


async def _pieces(one: Case, another: Case, uow: UnitOfWork) -> int:
    return len(await uow.evidence.where(holder=Holder.CASE, holder_id=(one.id, another.id)))
