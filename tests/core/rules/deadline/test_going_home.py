"""When people last went home before an instant."""

from datetime import UTC, datetime

import pytest

from bot.working_days import working_days
from core.rules.deadline.office_hours import office_hours
from tests.make import company

FRIDAY = datetime(2025, 3, 7, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "at",
    [
        FRIDAY,
        datetime(2025, 3, 7, 15, tzinfo=UTC),
        datetime(2025, 3, 9, 3, tzinfo=UTC),
        datetime(2025, 3, 10, 1, tzinfo=UTC),
    ],
)
def test_over_the_weekend_it_is_fridays_closing(at: datetime) -> None:
    office = office_hours("suzhou", company(), working_days())

    assert office.closing_before(at) == FRIDAY
