"""Rows of buttons as a telephone shows them: no label is cut short."""

from collections.abc import Iterator, Sequence
from typing import Final

from core.screens.label_width import ROOM, columns

# How many columns of text one label has where so many buttons share a row.
_ROOM: Final = (ROOM, 14, 8, 5, 3)


def folded(labels: Sequence[str]) -> Iterator[slice]:
    """Where to break a row with these labels: as few rows as will do, of equal length."""
    rows = next(rows for rows in range(1, len(labels) + 1) if _fits(labels, rows))
    yield from _parts(labels, rows)


def _fits(labels: Sequence[str], rows: int) -> bool:
    if rows == len(labels):
        return True
    return all(
        columns(label) <= _ROOM[min(part.stop - part.start, len(_ROOM)) - 1]
        for part in _parts(labels, rows)
        for label in labels[part]
    )


def _parts(labels: Sequence[str], rows: int) -> Iterator[slice]:
    wide = -(-len(labels) // rows)
    for start in range(0, len(labels), wide):
        yield slice(start, min(start + wide, len(labels)))
