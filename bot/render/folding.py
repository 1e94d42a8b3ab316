"""Rows of buttons as a telephone shows them: no label is cut short."""

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import combining, east_asian_width

# How many columns of text one label has where so many buttons share a row; a Chinese character takes two.
_ROOM: Final = (40, 14, 8, 5, 3)
_EMOJI_STYLE: Final = "\ufe0f"


def folded(labels: Sequence[str]) -> Iterator[slice]:
    """Where to break a row with these labels: as few rows as will do, of equal length."""
    rows = next(rows for rows in range(1, len(labels) + 1) if _fits(labels, rows))
    yield from _parts(labels, rows)


def _fits(labels: Sequence[str], rows: int) -> bool:
    if rows == len(labels):
        return True
    return all(
        _columns(label) <= _ROOM[min(part.stop - part.start, len(_ROOM)) - 1]
        for part in _parts(labels, rows)
        for label in labels[part]
    )


def _parts(labels: Sequence[str], rows: int) -> Iterator[slice]:
    wide = -(-len(labels) // rows)
    for start in range(0, len(labels), wide):
        yield slice(start, min(start + wide, len(labels)))


def _columns(label: str) -> int:
    return sum(
        1 if mark == _EMOJI_STYLE else 0 if combining(mark) else 1 + (east_asian_width(mark) in "WF")
        for mark in label
    )
