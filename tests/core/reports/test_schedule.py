"""When reports go out: on working mornings, after the period, by the day the rulebooks want them."""

from datetime import date, datetime

import pytest

from bot.rulebooks import rulebook
from bot.working_days import working_days
from core.reports.period import ReportRhythm
from core.reports.schedule import day_of_summary, next_report
from core.rules.deadline.office_hours import office_hours
from tests.make import company

HOURS = office_hours("suzhou", company(), working_days())
MONTHLY: ReportRhythm = "monthly"


def local(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=HOURS.zone)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(3, 3, 8, 29), local(3, 3, 8, 30)),
        (local(3, 3, 8, 30), local(3, 10, 8, 30)),
        (local(3, 7, 20), local(3, 10, 8, 30)),
        # the National Day holiday: Monday 6 October is off, work begins again on Thursday the 9th
        (local(10, 1), local(10, 9, 8, 30)),
    ],
)
def test_the_weekly_report_comes_on_the_first_working_morning_of_the_week(
    now: datetime, expected: datetime
) -> None:
    assert next_report("weekly", now, HOURS, None) == expected


@pytest.mark.parametrize(
    ("now", "day", "expected"),
    [
        (local(3, 3, 12), None, local(4, 1, 8, 30)),
        # 1 May is a holiday until the 5th
        (local(4, 20), None, local(5, 6, 8, 30)),
        (local(3, 3), 15, local(3, 14, 8, 30)),
        (local(3, 14, 9), 15, local(4, 15, 8, 30)),
    ],
)
def test_the_monthly_report_is_there_by_the_day_of_the_rulebooks(
    now: datetime, day: int | None, expected: datetime
) -> None:
    assert next_report(MONTHLY, now, HOURS, day) == expected


def test_the_day_is_the_earliest_that_a_rulebook_in_force_names() -> None:
    on = date(2025, 3, 3)
    with_day, without = rulebook("production-complaints", on), rulebook("logistics-liability", on)
    assert day_of_summary((without,)) is None
    assert day_of_summary((without, with_day)) == 15
