"""How a request gives what clocks need: moments, months, and lengths that the regulation leaves out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from core.rulebook.edition import Edition
from core.rulebook.figures import FromSetting
from core.rulebook.scalars import NotAllowed, read_count, read_date, read_time
from core.rulebook.timing import CLOSE_OF_BUSINESS, END_OF_DAY, LONGEST, MINUTES_OF_AN_HOUR

_MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)
_TIME_OF_DAY: Final = re.compile(r"\d{2}:\d{2}", re.ASCII)


def event_readers(edition: Edition) -> Mapping[str, Callable[[object], datetime]]:
    """Return how each event is read: a timestamp with its offset, or a month as its first instant."""
    zone = ZoneInfo(edition.zone)

    def read_month(value: object) -> datetime:
        return datetime.combine(_first_of(value), time.min, zone)

    return {
        name: read_month if event.type == "month" else read_time for name, event in edition.events.items()
    }


def length_readers(edition: Edition) -> Mapping[str, Callable[[object], int]]:
    """Return how each setting is read that says how long a clock runs, or when the days of clocks end."""
    clocks = [clock for row in edition.deadlines.values() for clock in row.clocks]
    readers = {clock.length.setting: read_length for clock in clocks if isinstance(clock.length, FromSetting)}
    if any(clock.ends_with_a_day for clock in clocks):
        readers[CLOSE_OF_BUSINESS] = _read_time_of_day
    return readers


def read_length(value: object) -> int:
    """Read how many hours, days or years."""
    count = read_count(value)
    if not 0 < count <= LONGEST:
        raise NotAllowed(f"allowed is a whole number from 1 to {LONGEST}")
    return count


def _read_time_of_day(value: object) -> int:
    """Read HH:MM, from 00:01 to 24:00, as minutes from the beginning of the day."""
    if isinstance(value, str) and _TIME_OF_DAY.fullmatch(value):
        hours, minutes = value.split(":")
        minute = int(hours) * MINUTES_OF_AN_HOUR + int(minutes)
        if 0 < minute <= END_OF_DAY and int(minutes) < MINUTES_OF_AN_HOUR:
            return minute
    raise NotAllowed("allowed is a time of day HH:MM from 00:01 to 24:00")


def _first_of(value: object) -> date:
    if isinstance(value, str) and _MONTH.fullmatch(value):
        try:
            return read_date(f"{value}-01")
        except NotAllowed:
            pass
    raise NotAllowed("allowed is an existing month YYYY-MM of the years 1900 to 2999")
