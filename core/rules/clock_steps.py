"""The trace of a clock: how the time was counted, and what of it is not published yet."""

from datetime import datetime, timedelta

from core.model.assessment import Step
from core.model.working_days import WorkingDays
from core.rulebook.timing import LAST_OF_MONTH
from core.rules.due_instants import Calendar

_ONE_DAY = timedelta(days=1)


def clock_steps(
    unit: str, length: int, start: tuple[str, datetime], due: datetime, calendar: Calendar
) -> tuple[Step, ...]:
    """Return how a clock got from its start (its name, its instant) to the instant of expiry."""
    name, started = start
    if unit in {"same_day", "at_the_time"}:
        return ((unit, (name,)),)
    if unit == "day_of_next_month" and length == LAST_OF_MONTH:
        return (("end_of_next_month", (name,)),)
    counted: Step = (f"{unit}_after", (name, length))
    if unit != "working_days":
        return (counted,)
    return (counted, *_days_passed_over(started, due, calendar))


def _days_passed_over(started: datetime, due: datetime, calendar: Calendar) -> tuple[Step, ...]:
    days: WorkingDays = calendar.working_days
    first, last = calendar.day(started), calendar.day(due) - _ONE_DAY
    off, made_up = days.days_off(first, last), days.made_up_days(first, last)
    return (
        *((("days_off", (off,)),) if off else ()),
        *((("made_up_days", (made_up,)),) if made_up else ()),
        *(("provisional_year", (year,)) for year in days.provisional_years(first, last)),
    )
