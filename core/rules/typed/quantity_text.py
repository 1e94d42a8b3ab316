"""Quantities as people type them: `120`, `120 不良 8`, `120件,坏8件`, `1.2万`."""

import re
from typing import Final

from core.errors import NotAllowed
from core.rules.typed.half_width import half_width

_NUMBER: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?P<part>\d+))?\s*(?P<scale>[百千万])?"
)
_SCALES: Final = {None: 0, "百": 2, "千": 3, "万": 4}
_MOST_DIGITS: Final = 9


def quantities_in(text: str) -> tuple[str, str]:
    """How many there are and how many of them are defective (empty if not said), as digits.

    NotAllowed: `quantity_unreadable` (also for a part of a piece), or `defective_above_quantity`.
    """
    numbers = [_digits(match) for match in _NUMBER.finditer(half_width(text))]
    quantity, defective, *more = [*numbers, "", ""]
    if not quantity or "" in numbers or any(more) or len(max(numbers, key=len)) > _MOST_DIGITS:
        raise NotAllowed("quantity_unreadable", text=text)
    if defective and int(defective) > int(quantity):
        raise NotAllowed("defective_above_quantity", quantity=quantity, defective=defective)
    return quantity, defective


def _digits(match: re.Match[str]) -> str:
    part = (match["part"] or "").rstrip("0")
    zeros = _SCALES[match["scale"]] - len(part)
    return match["whole"].replace(",", "") + part + "0" * zeros if zeros >= 0 else ""
