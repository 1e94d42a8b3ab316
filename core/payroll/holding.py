"""Why nothing may be withheld for what a notice charges, as things stand."""

from collections.abc import Iterable, Iterator

from core.model.case import Case
from core.model.company import Company
from core.model.notice import Notice
from core.payroll.batch import Hold, Plan, PlanKind


def hold_on(notice: Notice, case: Case, company: Company, plans: Iterable[Plan], month: str) -> Hold | None:
    """The first thing that stands against it; None if nothing does.

    An appeal freezes the money; the labour contract has a clause for it, the rule was published when the incident
    happened, and the notice was given in writing; a pause that was approved holds it back.
    """
    return next(_holds(notice, case, company, plans, month), None)


def _holds(notice: Notice, case: Case, company: Company, plans: Iterable[Plan], month: str) -> Iterator[Hold]:
    if notice.is_frozen:
        yield Hold.FROZEN
    if not company.contract_clause:
        yield Hold.NO_CONTRACT
    published = company.rule_published_on
    if published is None or published > case.occurred_on:
        yield Hold.NOT_PUBLISHED
    if not _is_given(notice):
        yield Hold.NOT_NOTICED
    if any(plan.kind is PlanKind.PAUSE and plan.holds_in(month) for plan in plans):
        yield Hold.PAUSED


def _is_given(notice: Notice) -> bool:
    """Whether it reached its person in chat or on paper; who refused it before a witness has been given it."""
    return any((notice.delivered_at, notice.seen_at, notice.handed_over_at, notice.refused_at))
