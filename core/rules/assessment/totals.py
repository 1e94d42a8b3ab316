"""What the company bears and what goes beyond the loss; only compensation counts."""

from collections.abc import Iterable
from typing import NamedTuple

from core.model.money import Money
from core.rules.assessment.span import NOTHING, Span
from core.rules.assessment.tally import Tally


class Totals(NamedTuple):
    """The totals; None while an amount is open, and then the ends of what the company bears."""

    company_bears: Money | None
    company_bears_min: Money | None
    company_bears_max: Money | None
    over_recovery: Money | None


def totals(direct: int, tallies: Iterable[Tally]) -> Totals:
    """Return the totals over the persons named."""
    whole, is_open = NOTHING, False
    least = 0
    for tally in tallies:
        whole = whole.plus(tally.compensation)
        least += tally.compensation.low or 0
        is_open = is_open or tally.compensation.is_open or tally.fine.is_open
    if is_open:
        return _open(direct, whole, least)
    paid = whole.low or 0
    return Totals(Money(max(0, direct - paid)), None, None, Money(max(0, paid - direct)))


def _open(direct: int, whole: Span, least: int) -> Totals:
    bears_least = 0 if whole.high is None else max(0, direct - whole.high)
    return Totals(None, Money(bears_least), Money(max(0, direct - least)), None)
