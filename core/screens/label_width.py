"""How wide a button's label is on a telephone, and what is left of one that is too wide."""

from itertools import accumulate, takewhile
from typing import Final
from unicodedata import combining, east_asian_width

ROOM: Final = 40
"""Columns of text that a button in a row of its own shows for certain; a Chinese character takes two."""

_LONGEST: Final = 48
"""Latin letters are mostly narrower than half a Chinese character."""


_EMOJI_STYLE: Final = "\ufe0f"
_MARK: Final = "…"


def columns(label: str) -> int:
    """How many columns the label takes."""
    return sum(map(_wide, label))


def shortened(text: str, room: int = _LONGEST) -> str:
    """The text where it fits so many columns, else as much of it as does, with a mark."""
    if columns(text) <= room:
        return text
    left = room - columns(_MARK)
    fitting = sum(1 for _ in takewhile(lambda taken: taken <= left, accumulate(map(_wide, text))))
    return f"{text[:fitting].rstrip()}{_MARK}"


def _wide(mark: str) -> int:
    if mark == _EMOJI_STYLE:
        return 1
    return 0 if combining(mark) else 1 + (east_asian_width(mark) in "WF")
