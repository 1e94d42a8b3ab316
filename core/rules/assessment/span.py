"""Amounts that are known, or lie between two ends while a person must still choose."""

from typing import Final

from msgspec import Struct


class Span(Struct, frozen=True):
    """Fen from `low` to `high`; None is an end nobody knows. `is_open` while a choice is missing."""

    low: int | None
    high: int | None
    is_open: bool

    def plus(self, other: "Span") -> "Span":
        """Add end by end; an unknown end stays unknown."""
        if self is NOTHING:
            return other
        return Span(_sum(self.low, other.low), _sum(self.high, other.high), self.is_open or other.is_open)


def known(fen: int) -> Span:
    """Return an amount that is known."""
    return Span(fen, fen, False)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


NOTHING: Final = known(0)
UNKNOWN: Final = Span(None, None, True)
