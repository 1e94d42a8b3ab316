"""Which days are worked: weekends and holidays off, make-up days worked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """The calendar of a country; a year that is not among `published` is provisional.

    `off` are holidays, weekends need not be listed; `made_up` days are worked although it is a weekend;
    `fixed` are holidays as (month, day) in every provisional year. `version` names the texts it was read from.
    """

    published: frozenset[int]
    off: frozenset[date]
    made_up: frozenset[date]
    fixed: frozenset[tuple[int, int]]
    version: str = ""

    def is_worked(self, day: date) -> bool:
        """Whether people work on that day."""
        if day in self.made_up:
            return True
        return day.weekday() < _SATURDAY and day not in self.off and not self._is_fixed(day)

    def after(self, day: date, count: int) -> date:
        """The working day so many working days after `day`, which is not counted itself; `count` is 1 or more."""
        while count > 0:
            day += _ONE_DAY
            count -= self.is_worked(day)
        return day

    def days_off(self, first: date, last: date) -> int:
        """How many days after `first`, to `last`, nobody works."""
        return sum(not self.is_worked(day) for day in _days(first, last))

    def made_up_days(self, first: date, last: date) -> int:
        """How many days of rest after `first`, to `last`, are worked to make up for holidays."""
        return sum(day in self.made_up for day in _days(first, last))

    def provisional_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose holidays are not published yet."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.published)

    def _is_fixed(self, day: date) -> bool:
        return day.year not in self.published and (day.month, day.day) in self.fixed


def _days(first: date, last: date) -> Iterator[date]:
    while first < last:
        first += _ONE_DAY
        yield first
