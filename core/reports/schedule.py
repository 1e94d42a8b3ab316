"""When a report goes out: in the morning, on the first working day of the week, or by the month's day of the rulebooks."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final

from core.model.instants import AN_INSTANT
from core.reports.period import ReportPeriod, ReportRhythm, reported
from core.rulebook.compiled import CompiledRulebook
from core.rules.deadline.office_hours import OfficeHours

_ONE_DAY: Final = timedelta(days=1)
# a summary by the end of a month is that of the month itself: it goes out when the month is over
_LAST: Final = 28


def next_report(
    rhythm: ReportRhythm, now: datetime, hours: OfficeHours, day_of_month: int | None
) -> datetime:
    """The first instant after `now` at which the report of the period before goes out.

    By a day of the month it is there on the last working day that is not after it, else on the first of the period.
    """
    period = reported(rhythm, now.astimezone(hours.zone).date())
    at = _in(period, hours, day_of_month)
    return at if at > now else _in(period.after(), hours, day_of_month)


def day_of_summary(books: Iterable[CompiledRulebook]) -> int | None:
    """The earliest day of a month by which one of these rulebooks wants a report; None where none says a day."""
    days = [
        row.day
        for book in books
        for row in book.edition.duties.values()
        if row.kind == "report" and row.rhythm == "monthly" and row.day is not None and row.day < _LAST
    ]
    return min(days, default=None)


def _in(period: ReportPeriod, hours: OfficeHours, day_of_month: int | None) -> datetime:
    day = period.first
    if period.rhythm == "monthly" and day_of_month is not None:
        day = max(day, hours.worked_before(day + timedelta(days=day_of_month), 1))
    return hours.next_digest(datetime.combine(day, time.min, hours.zone) - AN_INSTANT)
