from datetime import date

import pytest

from core.rulebook.duty_rules import Rhythm
from core.rules.duty.periods import period_of

DAY = date(2025, 8, 14)


@pytest.mark.parametrize(
    ("rhythm", "first", "last"),
    [
        ("daily", DAY, DAY),
        ("weekly", date(2025, 8, 11), date(2025, 8, 17)),
        ("monthly", date(2025, 8, 1), date(2025, 8, 31)),
        ("quarterly", date(2025, 7, 1), date(2025, 9, 30)),
        ("half_yearly", date(2025, 7, 1), date(2025, 12, 31)),
        ("yearly", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_day_lies_in_one_period_of_each_rhythm(rhythm: Rhythm, first: date, last: date) -> None:
    period = period_of(rhythm, DAY)

    assert (period.first, period.last) == (first, last)


def test_what_is_due_on_a_day_that_the_period_lacks_is_due_on_its_last() -> None:
    february = period_of("monthly", date(2025, 2, 3))

    assert [february.due_on(day) for day in (None, 1, 5, 31)] == [
        date(2025, 2, 28),
        date(2025, 2, 1),
        date(2025, 2, 5),
        date(2025, 2, 28),
    ]
