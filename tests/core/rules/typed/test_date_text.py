from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.rules.typed.date_text import date_in, dates_in

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
