"""Money as integer fen: adds, compares, splits without losing a fen."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from core.model.decimal_text import NotADecimal, scaled

FEN_PLACES: Final = 2
"""Places after the point of an amount in yuan."""
_FEN_IN_A_YUAN: Final = 10**FEN_PLACES


class NotMoney(NotADecimal):
    """The text is not an amount: digits, at most two places, at most twelve digits before the point."""


class Money(Struct, frozen=True, order=True):
    """An amount in fen; sums and differences may be negative, amounts read from text may not."""

    fen: int

    @classmethod
    def of(cls, text: str) -> "Money":
        """Read "1460.00"; raises NotMoney for anything that is not a plain amount."""
        try:
            return cls(scaled(text, FEN_PLACES))
        except NotADecimal as fault:
            raise NotMoney(text) from fault

    def __str__(self) -> str:
        sign = "-" if self.fen < 0 else ""
        yuan, fen = divmod(abs(self.fen), _FEN_IN_A_YUAN)
        return f"{sign}{yuan}.{fen:0{FEN_PLACES}d}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.fen + other.fen)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.fen - other.fen)

    def split(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Split by weights so that the parts add up; see `largest_remainder`."""
        return tuple(Money(part) for part in largest_remainder(self.fen, weights))


def largest_remainder(fen: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split `fen` (not negative) by weights; odd fen go to the largest remainders, ties to the earlier place.

    Callers for whom the order of parties must not matter sort the parties by key first.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(weights)
    parts = [fen * weight // total for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda place: (-(fen * weights[place] % total), place))
    for place in remainders[: fen - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


ZERO: Final = Money(0)
