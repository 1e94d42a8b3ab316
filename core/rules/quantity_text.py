"""Quantities as people type them: `120`, `120 不良 8`, `120件,坏8件`."""

import re
from typing import Final

from core.errors import NotAllowed
from core.rules.half_width import half_width

_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+")
_MOST_DIGITS: Final = len("999999999")


def quantities_in(text: str) -> tuple[str, str]:
    """How many there are and how many of them are defective (empty if not said), as digits.

    NotAllowed: `quantity_unreadable`, or `defective_above_quantity`.
    """
    numbers = [match.replace(",", "") for match in _NUMBER.findall(half_width(text))]
    quantity, defective, *more = [*numbers, "", ""]
    if not quantity or any(more) or len(max(numbers, key=len)) > _MOST_DIGITS:
        raise NotAllowed("quantity_unreadable", text=text)
    if defective and int(defective) > int(quantity):
        raise NotAllowed("defective_above_quantity", quantity=quantity, defective=defective)
    return quantity, defective
