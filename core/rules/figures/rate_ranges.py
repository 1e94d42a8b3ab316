"""Between which rates the rulebook lets a person choose, and which ones are offered as buttons."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from core.model.assessment import Assessment

RATE = "chosen_rate"
STEP = Decimal(5)
NARROW_STEP = Decimal(1)
MOST_BUTTONS = 5


@dataclass(frozen=True, slots=True)
class RateRange:
    """The ends of a range, both included, in percent, with the clause and who decides."""

    low: str
    high: str
    clause: str
    decider: str


def ranges_in(assessment: Assessment) -> Mapping[int, RateRange]:
    """The range of everybody whose rate is still open."""
    return {
        int(point.person): RateRange(*point.limits, point.clause, point.decider or "")
        for point in assessment.pending
        if point.what == RATE and point.person is not None and point.limits is not None
    }


def is_within(rate: str, limits: RateRange) -> bool:
    """Whether the rate is a percent inside the range."""
    try:
        return Decimal(limits.low) <= Decimal(rate) <= Decimal(limits.high)
    except InvalidOperation:
        return False


def steps_in(limits: RateRange) -> tuple[str, ...]:
    """Rates to offer: every five percent, or every one where the range is narrow; ends always among them."""
    low, high = Decimal(limits.low), Decimal(limits.high)
    step = NARROW_STEP if high - low < STEP + STEP else STEP
    offered: list[Decimal] = []
    rate = low
    while rate < high and len(offered) < MOST_BUTTONS - 1:
        offered.append(rate)
        rate += step
    return tuple(f"{one.normalize():f}" for one in (*offered, high))
