"""Until when an employee may appeal: as the case's rulebook says, else as the company does."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from core.actions.deadline.calendar_of import calendar_of
from core.actions.figures.read_figures import read_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.assess import assess
from core.model.assessment import DueBy
from core.model.case import Case
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.appeal.appeal_route import employees_route
from core.rules.deadline.clock_of_duty import clock_of_rulebook
from core.rules.deadline.own_limits import appeal_clock


async def appeal_deadline(
    notice: Notice, case: Case, given_at: datetime, *, uow: UnitOfWork
) -> DeadlineClock:
    """The clock of an appeal against a notice that was given then; the instant of expiry is in time."""
    limit = await limit_of_rulebook(case, notice.version, given_at, uow=uow)
    if limit is None:
        return appeal_clock(notice, case.site, uow.company, given_at)
    clock = clock_of_rulebook(Subject.NOTICE, notice.id, case, limit, await _book(case, uow))
    return replace(clock, person_id=notice.person_id, ends_itself=True)


async def limit_of_rulebook(case: Case, version: int, given_at: datetime, *, uow: UnitOfWork) -> DueBy | None:
    """The rulebook's own limit for an employee who was given the notice then; None where it has none."""
    figures = await uow.figures.one(case_id=case.id, version=version)
    route = employees_route(await read_figures(case.id, version, uow=uow))
    if figures is None or route is None or route.deadline is None:
        return None
    return _given(route.deadline, figures.request, await _book(case, uow), given_at)


async def _book(case: Case, uow: UnitOfWork) -> CompiledRulebook:
    return replace(rulebook_of(case, uow=uow), working_days=await calendar_of(case.site, uow=uow))


def _given(
    deadline: str, request: Mapping[str, object], rulebook: CompiledRulebook, given_at: datetime
) -> DueBy | None:
    """That deadline, with every event that starts it happening when the notice is given."""
    clocks = rulebook.edition.deadlines[deadline].clocks
    given = given_at.astimezone(rulebook.zone).isoformat()
    events = {clock.since: given for clock in clocks if clock.since}
    running = assess({**request, "events": events}, rulebook).deadlines
    return next((one for one in running if one.id == deadline), None)
