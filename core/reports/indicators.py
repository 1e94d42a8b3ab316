"""Indicators: a part of a whole, not available where the whole is nothing."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from core.model.month_figure import FigureKind
from core.model.negotiation import Contentment
from core.model.rate import WHOLE, half_up
from core.reports.rows import Material


class IndicatorId(StrEnum):
    """What is measured, each as part × 100 % of whole."""

    TIMELY = "timely"
    SATISFACTION = "satisfaction"
    COST_CONTROL = "cost_control"
    COMPLAINTS = "complaints"


class Indicator(Struct, frozen=True):
    """Part and whole (counts, or fen); `cases` are those behind what speaks against us, the part itself for cost.

    `good` are those behind what speaks for us; None where `cases` are all there is.
    """

    id: IndicatorId
    part: int
    whole: int
    cases: tuple[int, ...] = ()
    good: tuple[int, ...] | None = None

    @property
    def is_money(self) -> bool:
        """Whether part and whole are fen."""
        return self.id is IndicatorId.COST_CONTROL

    @property
    def rate(self) -> int | None:
        """In millionths, rounded half up; None (n/a) where there is no whole."""
        return half_up(self.part * WHOLE, self.whole) if self.whole else None


def indicators(material: Material) -> tuple[Indicator, ...]:
    """Timely rate, satisfaction, cost control and complaint rate, in this order."""
    return (_timely(material), _satisfaction(material), _cost_control(material), _complaints(material))


def _timely(material: Material) -> Indicator:
    """Deadlines that were met in time, of those that fell due."""
    late = [clock for clock in material.clocks if not clock.is_kept]
    kept = [clock for clock in material.clocks if clock.is_kept]
    return Indicator(
        IndicatorId.TIMELY,
        len(kept),
        len(material.clocks),
        _once(one.case_id for one in late),
        _once(one.case_id for one in kept),
    )


def _satisfaction(material: Material) -> Indicator:
    """Customers who said they are content, of those who said anything."""
    said = [one for one in material.answers if one.answer is not Contentment.NO_ANSWER]
    unhappy = [one for one in said if one.answer is Contentment.DISSATISFIED]
    content = [one for one in said if one.answer is not Contentment.DISSATISFIED]
    return Indicator(
        IndicatorId.SATISFACTION,
        len(content),
        len(said),
        _once(one.case_id for one in unhappy),
        _once(one.case_id for one in content),
    )


def _cost_control(material: Material) -> Indicator:
    """What putting customers right has cost, of the budget; above 100 % is over the budget."""
    spent = sum(cost.fen for cost in material.costs)
    cases = _once(cost.case_id for cost in material.costs)
    return Indicator(IndicatorId.COST_CONTROL, spent, _entered(material, FigureKind.BUDGET), cases)


def _complaints(material: Material) -> Indicator:
    """Complaints that count, of the orders."""
    counted = [case.id for case in material.registered if case.counts]
    orders = _entered(material, FigureKind.ORDERS)
    return Indicator(IndicatorId.COMPLAINTS, len(counted), orders, tuple(counted))


def _entered(material: Material, kind: FigureKind) -> int:
    return sum(one.value for one in material.entered if one.kind == kind)


def _once(ids: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(ids))
