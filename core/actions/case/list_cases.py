"""List cases as somebody needs them."""

from collections.abc import Sequence
from typing import Final

from core.actions.case.find_cases import may_see, seeker_for
from core.actions.case.may_see_case import reads_by_role
from core.actions.deadline.waiting_entries import waiting_entries
from core.finding import tags
from core.finding.case_words import is_open
from core.finding.views import View, views_for
from core.finding.wanted import Wanted, Way
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.heads import people_behind
from core.rights.may import may
from core.screens.case_lists import Listed

ON_A_PAGE: Final = 10


async def list_cases(view: View | None, page: int, *, actor: Person, uow: UnitOfWork) -> Listed:
    """The page; without a view, the actor's first. One that is not offered to them shows nothing of others'."""
    sites = tuple(site.id for site in uow.company.sites if reads_by_role(actor, site.id))
    views = views_for(actor, is_reader=bool(sites))
    view = view if view in views else views[0]
    ids = await _ids(view, page * ON_A_PAGE, sites, actor, uow)
    shown = ids[:ON_A_PAGE]
    by_id = {case.id: case for case in await uow.cases.where(id=shown)} if shown else {}
    cases = [by_id[one] for one in shown if one in by_id]
    return Listed(
        view=view,
        views=views,
        page=page,
        cases=tuple([case for case in cases if await may_see(case, actor=actor, uow=uow)]),
        late=await _late(cases, uow),
        has_more=len(ids) > ON_A_PAGE,
        keeps_records=may(Action.IMPORT_RECORDS, actor, NOWHERE),
    )


async def _ids(
    view: View, after: int, sites: tuple[str, ...], actor: Person, uow: UnitOfWork
) -> tuple[int, ...]:
    """One more than a page holds, so that it is known whether more follow."""
    if view is View.WAITING:
        waiting = [one.case_id for one in await waiting_entries(actor, uow=uow) if one.case_id]
        return tuple(dict.fromkeys(waiting))[after : after + ON_A_PAGE + 1]
    if view is View.OPEN:
        return await uow.case_index.open_at(sites, uow.now, ON_A_PAGE + 1, after)
    ways = await _ways(view, actor, uow)
    return await uow.case_index.find(Wanted(ways=ways), ON_A_PAGE + 1, after)


async def _ways(view: View, actor: Person, uow: UnitOfWork) -> tuple[Way, ...]:
    seeker = seeker_for(actor, await uow.persons.where(), uow.company)
    if view is View.ALL:
        return (Way(tags=(*seeker.by_role, *seeker.otherwise)),)
    if view is View.PEOPLE:
        return (Way(tags=seeker.people),)
    return (Way(tags=tuple(tags.seen_by(one.id) for one in people_behind(actor))),)


async def _late(cases: Sequence[Case], uow: UnitOfWork) -> frozenset[int]:
    """Those with a task, or a first reply, whose time is over."""
    ids = tuple(case.id for case in cases)
    duties = await uow.duties.where(case_id=ids, done_at=None) if ids else ()
    by_duty = {duty.case_id for duty in duties if duty.due_at is not None and duty.due_at <= uow.now}
    return frozenset(case.id for case in cases if case.id in by_duty or _is_reply_late(case, uow))


def _is_reply_late(case: Case, uow: UnitOfWork) -> bool:
    due = case.first_reply_due_at
    return due is not None and due <= uow.now and case.replied_at is None and is_open(case)
