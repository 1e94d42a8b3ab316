from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.rules.typed.date_text import date_in, dates_in, day_in

TODAY = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3月3日", date(2025, 3, 3)),
        ("3 月 1 号", date(2025, 3, 1)),
        ("2025-03-03", date(2025, 3, 3)),
        ("2025年2月28日", date(2025, 2, 28)),
        ("２０２５．３．３", date(2025, 3, 3)),
        ("3.3", date(2025, 3, 3)),
        ("3/1", date(2025, 3, 1)),
        ("今天", TODAY),
        ("昨天", date(2025, 3, 2)),
        ("前天", date(2025, 3, 1)),
        ("Yesterday", date(2025, 3, 2)),
        ("3 Mar", date(2025, 3, 3)),
        ("1 march", date(2025, 3, 1)),
        ("March 1st, 2025", date(2025, 3, 1)),
        ("2nd of March", date(2025, 3, 2)),
        ("28-Feb-2025", date(2025, 2, 28)),
        ("Sept. 30", date(2024, 9, 30)),
        ("12月28日", date(2024, 12, 28)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert date_in(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2月30日", "date_impossible"),
        ("2月29日", "date_impossible"),
        ("13月1日", "date_impossible"),
        ("0月0日", "date_impossible"),
        ("30 Feb", "date_impossible"),
        ("9 May 9999", "date_impossible"),
        ("3 Marx", "date_unreadable"),
        ("tomorrow", "date_in_future"),
        ("2025-02-29", "date_impossible"),
        ("9999-12-31", "date_impossible"),
        ("0000-01-01", "date_impossible"),
        ("3月9日", "date_in_future"),
        ("2999-01-01", "date_in_future"),
        ("大概上周", "date_unreadable"),
        ("", "date_unreadable"),
    ],
)
def test_days_that_are_none_are_refused_with_the_reason(text: str, what: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        date_in(text, TODAY)

    assert refusal.value.what == what


@given(st.integers(min_value=0, max_value=150))
def test_a_day_of_the_last_months_needs_no_year(ago: int) -> None:
    day = TODAY - timedelta(days=ago)

    assert date_in(f"{day.month}月{day.day}日", TODAY) == day


def test_days_in_prose_are_found_up_to_today() -> None:
    text = "3月1日到货,昨天发现漏水,2025-02-30 和 3月20日 不算,版本 3.3 也不算"

    assert [(day, text[start:end]) for day, start, end in dates_in(text, TODAY)] == [
        (date(2025, 3, 1), "3月1日"),
        (date(2025, 3, 2), "昨天"),
    ]


def test_days_in_english_prose_begin_with_a_capital_letter() -> None:
    text = "40 arrived on 26 February, 8 may leak; seen on Mar 1, 2025. Order A12 Mar5X of the Mayor 3 Marx"

    assert [(day, text[start:end]) for day, start, end in dates_in(text, TODAY)] == [
        (date(2025, 2, 26), "26 February"),
        (date(2025, 3, 1), "Mar 1, 2025"),
    ]


@pytest.mark.parametrize(
    ("text", "day"), [("tomorrow", 4), ("明天", 4), ("后天", 5), ("Mar 6", 6), ("3月6日", 6)]
)
def test_a_day_to_come_is_read_where_one_is_asked_for(text: str, day: int) -> None:
    assert day_in(text, TODAY) == date(2025, 3, day)


@pytest.mark.parametrize("form", ["%-d %b", "%B %-d", "%b %-d, %Y", "%-d-%b-%Y"])
@given(st.integers(min_value=0, max_value=150))
def test_a_day_is_read_as_it_is_shown_in_english(form: str, ago: int) -> None:
    day = TODAY - timedelta(days=ago)

    assert day_in(day.strftime(form), TODAY) == day
