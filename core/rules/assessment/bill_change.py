"""Who pays what under two editions: person by person, and in total."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.model.assessment import Assessment, PersonResult
from core.model.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Span:
    """What somebody pays: from and to; both the same where nothing is left to choose."""

    low: Money
    high: Money

    def plus(self, other: "Span") -> "Span":
        """Both together."""
        return Span(self.low + other.low, self.high + other.high)

    def less(self, other: "Span") -> "Span":
        """What remains of this when the other is taken off, at least and at most."""
        return Span(self.low - other.high, self.high - other.low)


NOTHING = Span(ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class BillChange:
    """What one person pays before and then; None where an edition does not say."""

    person: str
    was: Span | None
    would: Span | None


def bill_changes(was: Assessment, would: Assessment) -> tuple[BillChange, ...]:
    """Return everybody named in either, in the order of the first; whoever has several roles pays their sum."""
    before, after = _bills(was.people), _bills(would.people)
    people = dict.fromkeys((*before, *after))
    return tuple(BillChange(one, before.get(one, NOTHING), after.get(one, NOTHING)) for one in people)


def total(spans: Iterable[Span | None]) -> Span | None:
    """Return the sum; None where one of them is not known."""
    whole = NOTHING
    for span in spans:
        if span is None:
            return None
        whole = whole.plus(span)
    return whole


def _bills(results: Iterable[PersonResult]) -> dict[str, Span | None]:
    bills: dict[str, Span | None] = {}
    for result in results:
        bills[result.id] = total((bills.get(result.id, NOTHING), _span(result)))
    return bills


def _span(result: PersonResult) -> Span | None:
    if result.amount is not None:
        return Span(result.amount, result.amount)
    if result.amount_min is None or result.amount_max is None:
        return None
    return Span(result.amount_min, result.amount_max)
