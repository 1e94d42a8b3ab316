"""Periods of the calendar: which one a day lies in, and the day in it by which something is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.rulebook.calendar_months import months_later
from core.rulebook.duty_rules import Rhythm

_DAY: Final = timedelta(days=1)
_DAYS_OF_A_WEEK: Final = 7
_MONTHS: Final = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar, both days included."""

    first: date
    last: date

    def due_on(self, day: int | None) -> date:
        """The day of that number in the period, counted from 1; its last where it has not so many, or none is said."""
        return self.last if day is None else min(self.first + (day - 1) * _DAY, self.last)


def period_of(rhythm: Rhythm, day: date) -> Period:
    """The period of that rhythm which the day lies in; weeks begin on Monday, all others with the year."""
    if rhythm == "daily":
        return Period(day, day)
    if rhythm == "weekly":
        monday = day - day.weekday() * _DAY
        return Period(monday, monday + (_DAYS_OF_A_WEEK - 1) * _DAY)
    months = _MONTHS[rhythm]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, months_later(first, months) - _DAY)
