from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.errors import NotAllowed
from core.rules.typed.date_text import day_in
from core.rules.typed.event_text import event_time
from core.rules.typed.time_text import past_time_in, time_in

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2025, 3, 3, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("14:05", "2025-03-03T14:05:00+08:00"),
        ("9点", "2025-03-03T09:00:00+08:00"),
        ("昨天 9点5分", "2025-03-02T09:05:00+08:00"),
        ("3月1日14:30", "2025-03-01T14:30:00+08:00"),
        ("2025-02-28T23:59", "2025-02-28T23:59:00+08:00"),
        ("2025-03-04 0：00", "2025-03-04T00:00:00+08:00"),
        ("now", "2025-03-03T14:30:00+08:00"),
        ("昨天下午3点", "2025-03-02T15:00:00+08:00"),
        ("上午9点05分", "2025-03-03T09:05:00+08:00"),
        ("晚上8点", "2025-03-03T20:00:00+08:00"),
        ("2:30 p.m.", "2025-03-03T14:30:00+08:00"),
        ("14:30 pm", "2025-03-03T14:30:00+08:00"),
        ("12 am", "2025-03-03T00:00:00+08:00"),
        ("1 Mar 12 pm", "2025-03-01T12:00:00+08:00"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, said: str) -> None:
    assert time_in(text, NOW, ZONE).isoformat() == said


@pytest.mark.parametrize("text", ["", "soon", "25:00", "14:60", "14", "2025-03-03"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed, match="time_unreadable"):
        time_in(text, NOW, ZONE)


@pytest.mark.parametrize("text", ["晚上12点", "大概 9:00"])
def test_a_time_that_may_be_of_two_days_or_of_none_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed, match="date_unreadable"):
        time_in(text, NOW, ZONE)


def test_a_day_that_does_not_exist_is_refused_with_its_time() -> None:
    with pytest.raises(NotAllowed, match="date_impossible"):
        time_in("2月30日 9:00", NOW, ZONE)


def test_what_has_happened_is_not_yet_to_come() -> None:
    assert past_time_in("14:30", NOW, ZONE) == NOW
    with pytest.raises(NotAllowed, match="time_in_future"):
        past_time_in("14:31", NOW, ZONE)


def test_a_planned_day_may_be_yet_to_come() -> None:
    assert day_in("2025-04-01", date(2025, 3, 3)) == date(2025, 4, 1)


def test_a_month_is_one_that_has_begun() -> None:
    assert event_time("month", "2025年3月", NOW, ZONE) == "2025-03"
    assert event_time("moment", "14:30", NOW, ZONE) == "2025-03-03T14:30:00+08:00"
    for text in ("2025-04", "2025-13", "March"):
        with pytest.raises(NotAllowed, match="month_unreadable"):
            event_time("month", text, NOW, ZONE)
