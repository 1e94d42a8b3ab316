"""How a request gives what clocks need: moments, months, and lengths that the regulation leaves out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from core.rulebook.edition import Edition
from core.rulebook.figures import FromSetting
from core.rulebook.scalars import NotAllowed, read_count, read_date, read_time
from core.rulebook.timing import LONGEST

_MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)


def event_readers(edition: Edition) -> Mapping[str, Callable[[object], datetime]]:
    """Return how each event is read: a timestamp with its offset, or a month as its first instant."""
    zone = ZoneInfo(edition.zone)

    def read_month(value: object) -> datetime:
        return datetime.combine(_first_of(value), time.min, zone)

    return {
        name: read_month if event.type == "month" else read_time for name, event in edition.events.items()
    }


def length_readers(edition: Edition) -> Mapping[str, Callable[[object], int]]:
    """Return how each setting is read that says how long a clock runs."""
    lengths = [clock.length for row in edition.deadlines.values() for clock in row.clocks]
    return {length.setting: read_length for length in lengths if isinstance(length, FromSetting)}


def read_length(value: object) -> int:
    """Read how many hours, days or years."""
    count = read_count(value)
    if not 0 < count <= LONGEST:
        raise NotAllowed(f"allowed is a whole number from 1 to {LONGEST}")
    return count


def _first_of(value: object) -> date:
    if isinstance(value, str) and _MONTH.fullmatch(value):
        try:
            return read_date(f"{value}-01")
        except NotAllowed:
            pass
    raise NotAllowed("allowed is an existing month YYYY-MM of the years 1900 to 2999")
