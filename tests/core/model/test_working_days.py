from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.working_days import working_days

CHINA = working_days()
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
COUNTS = st.integers(1, 60)


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_every_day_of_a_published_year_is_as_the_state_council_said(year: int) -> None:
    other = holidays.country_holidays("CN", years=year, language="en_US")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    differing = [day for day in days if CHINA.is_worked(day) != other.is_working_day(day)]

    assert differing == []
    assert CHINA.provisional_years(date(year, 1, 1), date(year, 12, 31)) == ()


@pytest.mark.parametrize("year", range(2027, 2036))
def test_a_year_without_a_notice_has_its_public_holidays_and_no_make_up_days(year: int) -> None:
    other = holidays.country_holidays("CN", years=year, language="en_US")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    named = [day for day in days if day in other and "observed" not in other[day]]

    assert [day for day in named if CHINA.is_worked(day)] == []
    assert [day for day in days if day.weekday() >= 5 and CHINA.is_worked(day)] == []
    weekdays_off = [day for day in days if day.weekday() < 5 and not CHINA.is_worked(day)]
    assert [day for day in weekdays_off if day not in named] == []


def test_a_year_that_nobody_listed_keeps_weekends_and_the_fixed_holidays() -> None:
    assert not CHINA.is_worked(date(2041, 5, 1))
    assert not CHINA.is_worked(date(2040, 10, 3))
    assert not CHINA.is_worked(date(2041, 1, 5))
    assert CHINA.is_worked(date(2041, 1, 7))


def test_years_whose_holidays_are_not_published_are_named() -> None:
    assert CHINA.provisional_years(date(2026, 12, 30), date(2028, 1, 2)) == (2027, 2028)


def test_make_up_days_and_days_off_are_counted_after_the_first_day() -> None:
    friday, monday = date(2025, 9, 26), date(2025, 10, 13)

    assert CHINA.days_off(friday, monday) == 10
    assert CHINA.made_up_days(friday, monday) == 2


def test_a_make_up_sunday_is_the_first_working_day_after_its_friday() -> None:
    assert CHINA.after(date(2025, 9, 26), 1) == date(2025, 9, 28)
    assert CHINA.after(date(2025, 9, 26), 7) == date(2025, 10, 13)


@given(DAYS, COUNTS, COUNTS)
def test_so_many_working_days_and_more_are_their_sum(day: date, some: int, more: int) -> None:
    assert CHINA.after(CHINA.after(day, some), more) == CHINA.after(day, some + more)


@given(DAYS, COUNTS)
def test_counting_ends_on_a_working_day_after_the_start(day: date, count: int) -> None:
    end = CHINA.after(day, count)

    assert CHINA.is_worked(end)
    assert end > day


@given(DAYS, COUNTS)
def test_as_many_days_are_worked_as_were_counted(day: date, count: int) -> None:
    end = CHINA.after(day, count)

    assert (end - day).days - CHINA.days_off(day, end) == count


@given(DAYS, st.integers(0, 30), COUNTS)
def test_a_later_start_never_ends_earlier(day: date, later: int, count: int) -> None:
    assert CHINA.after(day, count) <= CHINA.after(day + timedelta(days=later), count)


@given(DAYS, COUNTS)
def test_one_working_day_more_ends_later(day: date, count: int) -> None:
    assert CHINA.after(day, count) < CHINA.after(day, count + 1)
