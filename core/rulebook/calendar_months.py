"""Counting months on the calendar: the same day of a later month, or its last day."""

from calendar import monthrange
from datetime import date
from typing import Final

_MONTHS: Final = 12


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later; a day which that month lacks becomes its last."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
