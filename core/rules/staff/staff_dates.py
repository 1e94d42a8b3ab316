"""Days in a staff file: 2025-03-01, 2025/3/1, 2025.3.1 or 2025年3月1日."""

import re
from datetime import date
from typing import Final

from core.model.instants import YEARS
from core.rules.typed.half_width import half_width

_WRITTEN: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def staff_date(text: str) -> date | str:
    """The day; the key of a fault if it is not written as a day (`date_form`), or there is none (`date_impossible`).

    `date_beyond` for one outside these centuries: other programs write 9999-12-31 or 0001-01-01 where there is none.
    """
    match = _WRITTEN.fullmatch(half_width(text).strip())
    if match is None:
        return "date_form"
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return "date_impossible"
    return day if day.year in YEARS else "date_beyond"
