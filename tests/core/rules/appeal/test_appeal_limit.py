from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from core.rules.appeal.appeal_limit import appeal_until, last_day

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_limit_is_the_end_of_the_last_day_at_the_site() -> None:
    until = appeal_until(datetime(2025, 3, 4, 17, 0, tzinfo=UTC), 7, SHANGHAI)

    assert until == datetime(2025, 3, 13, 0, 0, tzinfo=SHANGHAI)


def test_it_is_said_as_the_day_that_ends_then() -> None:
    until = datetime(2025, 3, 12, 16, 0, tzinfo=UTC)

    assert last_day(until, SHANGHAI) == date(2025, 3, 12)


def test_a_limit_that_ends_within_a_day_has_no_last_day() -> None:
    assert last_day(datetime(2025, 3, 5, 0, 12, tzinfo=UTC), SHANGHAI) is None
