"""What a form of a period takes from the period's report."""

from collections.abc import Mapping

from core.model.money import Money
from core.reports.indicators import IndicatorId
from core.reports.report import Report
from core.rulebook.duty_rules import COUNTED_MONEY, Counted


def counted(report: Report, what: Counted) -> int | str:
    """The figure as a form keeps it: a count, or money as text."""
    parts = {one.id: (one.part, one.whole) for one in report.indicators}
    satisfaction, cost = parts[IndicatorId.SATISFACTION], parts[IndicatorId.COST_CONTROL]
    figures: Mapping[str, int] = {
        **{name: len(cases) for name, cases in report.counts.items()},
        "satisfied": satisfaction[0],
        "surveyed": satisfaction[1],
        "orders": parts[IndicatorId.COMPLAINTS][1],
        "spent": cost[0],
        "budget": cost[1],
        **report.costs,
    }
    found = figures.get(what, 0)
    return str(Money(found)) if what in COUNTED_MONEY else found
