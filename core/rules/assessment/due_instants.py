"""The instant at which a clock runs out: hours run on, days end at 24:00 of the last one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from core.model.working_days import WorkingDays
from core.rulebook.calendar_months import months_later
from core.rulebook.timing import END_OF_DAY, MINUTES_OF_AN_HOUR

_MONTHS_OF_A_YEAR: Final = 12
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where days begin, which of them are worked, and at which minute those of a deadline end."""

    zone: ZoneInfo
    working_days: WorkingDays
    last_minute: int = END_OF_DAY

    def day(self, at: datetime) -> date:
        """The day of an instant, in the zone."""
        return at.astimezone(self.zone).date()

    def begin(self, day: date) -> datetime:
        """The instant at which a day begins."""
        return datetime.combine(day, time.min, self.zone)

    def end(self, day: date, start: datetime) -> datetime:
        """The end of a day for what began at `start`: 24:00, written as 00:00 of the next, or close of business.

        What begins after the close of its own last day has until 24:00.
        """
        if self.last_minute < END_OF_DAY:
            hour, minute = divmod(self.last_minute, MINUTES_OF_AN_HOUR)
            closing = self.begin(day).replace(hour=hour, minute=minute)
            if closing > start:
                return closing
        return self.begin(day + _ONE_DAY)


def due_at(unit: str, length: int, start: datetime, calendar: Calendar) -> datetime:
    """The instant of expiry, which is still in time; `length` counts the unit, the day of the start does not.

    Hours run on through a change of the clocks.
    """
    if unit == "at_the_time":
        return start
    if unit == "hours" and isinstance(start.tzinfo, timezone):
        return start + timedelta(hours=length)  # no change of the clocks in a fixed offset
    if unit == "hours":
        return (start.astimezone(UTC) + timedelta(hours=length)).astimezone(start.tzinfo)
    return calendar.end(_LAST_DAYS[unit](calendar.day(start), length, calendar), start)


def _after_days(day: date, days: int, _calendar: Calendar) -> date:
    return day + timedelta(days=days)


def _after_working_days(day: date, days: int, calendar: Calendar) -> date:
    return calendar.working_days.after(day, days)


def _in_next_month(day: date, day_of_month: int, _calendar: Calendar) -> date:
    first = months_later(day.replace(day=1), 1)
    last = months_later(first, 1) - _ONE_DAY
    return min(first + timedelta(days=day_of_month - 1), last)


def _after_years(day: date, years: int, _calendar: Calendar) -> date:
    return months_later(day, years * _MONTHS_OF_A_YEAR)


_LAST_DAYS: Final[Mapping[str, Callable[[date, int, Calendar], date]]] = {
    "days": _after_days,
    "same_day": _after_days,
    "working_days": _after_working_days,
    "day_of_next_month": _in_next_month,
    "years": _after_years,
}
