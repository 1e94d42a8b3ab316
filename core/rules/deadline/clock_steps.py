"""The trace of a clock: how the time was counted, and what of it is not published yet."""

from datetime import datetime

from core.model.assessment import Step
from core.model.instants import AN_INSTANT
from core.model.working_days import WorkingDays
from core.rulebook.timing import END_OF_DAY, LAST_OF_MONTH, MINUTES_OF_AN_HOUR
from core.rules.assessment.due_instants import Calendar


def clock_steps(
    unit: str, length: int, start: tuple[str, datetime], due: datetime, calendar: Calendar
) -> tuple[Step, ...]:
    """Return how a clock got from its start (its name, its instant) to the instant of expiry."""
    name, started = start
    if unit == "at_the_time":
        return (("at_the_time", (name,)),)
    if unit == "hours":
        return (("hours_after", (name, length)),)
    minute = _minute_of_day(due, calendar)
    if unit == "same_day":
        return (("same_day", (name, minute)),)
    if unit == "day_of_next_month" and length == LAST_OF_MONTH:
        return (("end_of_next_month", (name, minute)),)
    counted: Step = (f"{unit}_after", (name, length, minute))
    return (counted, *_days_passed_over(started, due, calendar)) if unit == "working_days" else (counted,)


def _minute_of_day(due: datetime, calendar: Calendar) -> int:
    local = due.astimezone(calendar.zone)
    return local.hour * MINUTES_OF_AN_HOUR + local.minute or END_OF_DAY


def _days_passed_over(started: datetime, due: datetime, calendar: Calendar) -> tuple[Step, ...]:
    days: WorkingDays = calendar.working_days
    first, last = calendar.day(started), calendar.day(due - AN_INSTANT)
    off, made_up = days.days_off(first, last), days.made_up_days(first, last)
    return (
        *((("days_off", (off,)),) if off else ()),
        *((("made_up_days", (made_up,)),) if made_up else ()),
        *(("provisional_year", (year,)) for year in days.provisional_years(first, last)),
    )
