"""Until when an employee may appeal: as the case's rulebook says, else as the company does."""

from collections.abc import Mapping
from datetime import datetime

from core.actions.read_figures import read_figures
from core.actions.rulebook_of import rulebook_of
from core.assess import assess
from core.model.assessment import DueBy
from core.model.case import Case
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.appeal_limit import appeal_until
from core.rules.appeal_route import employees_route


async def appeal_deadline(case: Case, version: int, *, uow: UnitOfWork) -> datetime:
    """The last instant for a notice of these figures that is given now."""
    limit = await limit_of_rulebook(case, version, uow=uow)
    return (
        limit.due_at if limit else appeal_until(uow.now, uow.company.appeal_days, uow.company.zone(case.site))
    )


async def limit_of_rulebook(case: Case, version: int, *, uow: UnitOfWork) -> DueBy | None:
    """The rulebook's own limit for an employee, as if the notice were given now; None where it has none."""
    figures = await uow.figures.one(case_id=case.id, version=version)
    route = employees_route(await read_figures(case.id, version, uow=uow))
    if figures is None or route is None or route.deadline is None:
        return None
    return _given(route.deadline, figures.request, rulebook_of(case, uow=uow), uow.now)


def _given(
    deadline: str, request: Mapping[str, object], rulebook: CompiledRulebook, given_at: datetime
) -> DueBy | None:
    """That deadline, with every event that starts it happening when the notice is given."""
    clocks = rulebook.edition.deadlines[deadline].clocks
    given = given_at.astimezone(rulebook.zone).isoformat()
    events = {clock.since: given for clock in clocks if clock.since}
    running = assess({**request, "events": events}, rulebook).deadlines
    return next((one for one in running if one.id == deadline), None)
