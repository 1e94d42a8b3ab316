"""What a picture looks like, in 256 bits: sent again by another phone it has other bytes, and the same look.

A sight is 64 hex digits: of 16 rows of 17 greys, whether each is darker than the next. The same picture, smaller or
compressed again, differs in a few bits; another one of the same thing in dozens.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from core.finding import tags

# of 256; what differs in at most so many shows the same picture
MOST_DIFFERENT: Final = 12
_PART: Final = 8
# a sky, a wall, a sheet of paper: half the pictures there are have such a part
_EMPTY: Final = frozenset({"0" * _PART, "f" * _PART})
# fewer bits than these, or more, say too little of a picture to know it again
_FEWEST: Final = 32
_MOST: Final = 224


def sight_of(greys: Iterable[int]) -> str:
    """The sight of 16 rows of 17 greys each, row by row; empty where nothing is to be seen."""
    listed = tuple(greys)
    rows = (listed[start : start + 17] for start in range(0, len(listed), 17))
    bits = "".join("1" if left < right else "0" for row in rows for left, right in pairwise(row))
    return f"{int(bits, 2):064x}" if _FEWEST <= bits.count("1") <= _MOST else ""


def looks_same(one: str, other: str) -> bool:
    """Whether the two sights are of one picture."""
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= MOST_DIFFERENT


def sight_tags(sight: str) -> Iterator[str]:
    """By what the index finds it: of eight parts one at least is the same in nearly all copies of a picture."""
    for place, start in enumerate(range(0, len(sight), _PART)):
        part = sight[start : start + _PART]
        if part not in _EMPTY:
            yield tags.shows(place, part)
