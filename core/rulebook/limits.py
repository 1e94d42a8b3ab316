"""Bounds as closed intervals of integers: an excluded figure is the next one inside."""

from collections.abc import Callable
from typing import Final

from core.rulebook.conditions import Bounds

LOWEST: Final = -1
"""Below every figure: figures are never negative."""

_STEP: Final = {"over": 1, "from": 0, "below": -1, "to": 0}


def limits(
    bounds: Bounds, read: Callable[[str | int], int], *, opened: frozenset[int] = frozenset()
) -> tuple[int, int | None]:
    """Return the lowest and the highest integer inside; None stands for no upper end.

    A `from` on a figure in `opened` excludes it: the figure belongs to the milder neighbour.
    """
    low, high = LOWEST, None
    for word, figure in bounds.written.items():
        limit = read(figure)
        if word in {"over", "from"}:
            low = limit + (1 if limit in opened else _STEP[word])
        else:
            high = limit + _STEP[word]
    return low, high
