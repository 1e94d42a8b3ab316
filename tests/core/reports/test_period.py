"""Weeks from Monday, calendar months, any days; what a button carries."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NoSuchThing
from core.reports.period import ReportPeriod, ReportRhythm, period_in, reported
from core.reports.view import ReportView, view_in

RHYTHMS: tuple[ReportRhythm, ...] = ("weekly", "monthly")


def test_a_week_begins_on_monday_and_a_month_on_its_first() -> None:
    assert reported("weekly", date(2025, 3, 5)) == ReportPeriod(date(2025, 3, 3), date(2025, 3, 9), "weekly")
    assert reported("monthly", date(2025, 2, 5)) == ReportPeriod(
        date(2025, 2, 1), date(2025, 2, 28), "monthly"
    )


def test_a_period_ends_with_its_last_day_in_its_own_zone() -> None:
    week = reported("weekly", date(2025, 3, 5))
    assert week.begins(ZoneInfo("Asia/Shanghai")) == datetime(2025, 3, 2, 16, tzinfo=UTC)
    assert week.ends(ZoneInfo("Asia/Shanghai")) == datetime(2025, 3, 9, 16, tzinfo=UTC)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(RHYTHMS))
def test_periods_follow_one_another_without_a_gap(day: date, rhythm: ReportRhythm) -> None:
    period = reported(rhythm, day)
    assert period.after().before() == period
    assert (period.after().first - period.last).days == 1
    assert period_in(period.code()) == period


def test_any_days_have_as_many_before_and_after_them() -> None:
    days = ReportPeriod(date(2025, 3, 3), date(2025, 3, 12))
    assert days.before() == ReportPeriod(date(2025, 2, 21), date(2025, 3, 2))
    assert days.after() == ReportPeriod(date(2025, 3, 13), date(2025, 3, 22))
    assert days.history() == (days,)


def test_a_trend_shows_a_year_of_months() -> None:
    months = reported("monthly", date(2025, 3, 5)).history()
    assert [one.first for one in (months[0], months[-1])] == [date(2024, 4, 1), date(2025, 3, 1)]


@pytest.mark.parametrize(
    ("period", "months"),
    [
        (reported("monthly", date(2025, 3, 5)), ("2025-03",)),
        (reported("weekly", date(2025, 3, 5)), ()),
        (ReportPeriod(date(2025, 2, 10), date(2025, 4, 30)), ("2025-03", "2025-04")),
    ],
)
def test_only_whole_months_have_orders_and_a_budget(period: ReportPeriod, months: tuple[str, ...]) -> None:
    assert period.months() == months


def test_a_view_turns_from_all_sites_through_each_of_them() -> None:
    sites, view = ("suzhou", "wuxi"), ReportView(reported("weekly", date(2025, 3, 5)))
    shown = []
    for _ in range(3):
        shown.append(view.sites_in(sites))
        view = view.at_next_site(sites)
    assert shown == [sites, ("suzhou",), ("wuxi",)]
    assert view.site == 0
    assert view_in(view.code()) == view


@pytest.mark.parametrize(
    "code",
    [
        "",
        "w20250303",
        "x20250303.0",
        "w20250399.0",
        "w2025030.0",
        "w２0250303.0",
        "w20250303.-1",
        "w20250303.9999",
        "w00010101.0",
        "w99991231.0",
        "m99991201.0",
    ],
)
def test_a_forged_view_is_none(code: str) -> None:
    with pytest.raises(NoSuchThing):
        view_in(code)


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2025, 4, 28), "2025-04"), (date(2025, 5, 2), "2025-05"), (date(2025, 7, 1), "2025-05")],
)
def test_a_week_of_two_months_leads_to_the_month_of_today(today: date, month: str) -> None:
    week = ReportView(reported("weekly", date(2025, 4, 30)))

    assert week.in_rhythm("monthly", today).period.begun() == month


def test_a_file_of_a_month_is_named_by_the_month_and_of_other_days_by_the_first() -> None:
    assert reported("monthly", date(2025, 3, 9)).begun() == "2025-03"
    assert reported("weekly", date(2025, 3, 9)).begun() == "2025-03-03"
    assert ReportPeriod(date(2025, 3, 9), date(2025, 3, 10)).begun() == "2025-03-09"
