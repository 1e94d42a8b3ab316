from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rulebooks import rulebook
from core.rulebook.process_rules import Numbering
from core.rules.case.numbering import marked_number, patterned_number, period_of

MARCH = date(2025, 3, 3)


def pattern() -> Numbering:
    """Year, month and running number by the month, as one regulation has it."""
    found = rulebook("complaint-handling", MARCH).edition.numbering
    assert found is not None
    return found


def test_year_month_and_running_number_make_the_number_and_grow_beyond_99() -> None:
    numbers = [
        patterned_number(pattern(), day, place)
        for day, place in ((MARCH, 3), (date(2025, 4, 1), 1), (MARCH, 99), (MARCH, 100))
    ]

    assert numbers == ["250303", "250401", "250399", "2503100"]


@pytest.mark.parametrize(
    ("restarts", "period"),
    [("never", ""), ("yearly", "2025"), ("monthly", "2025-03"), ("daily", "2025-03-03")],
)
def test_counting_starts_again_with_the_period(restarts: str, period: str) -> None:
    assert period_of(Numbering(clause="1", restarts=restarts), MARCH) == period


def test_a_pattern_may_have_a_prefix_a_long_year_a_day_or_none_of_them() -> None:
    long = Numbering(clause="1", prefix="KS-", year=4, month=2, day=2, serial=3)
    short = Numbering(clause="1", year=0, month=0, serial=4, restarts="never")

    assert patterned_number(long, MARCH, 7) == "KS-20250303007"
    assert patterned_number(short, MARCH, 7) == "0007"


def test_the_mark_of_an_equal_number_is_a_letter_then_two() -> None:
    marks = [marked_number("250303", mark) for mark in (0, 1, 2, 26, 27, 52, 53)]

    assert marks == ["250303", "250303A", "250303B", "250303Z", "250303AA", "250303AZ", "250303BA"]


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=20, unique=True))
def test_two_places_of_one_month_never_have_one_number(places: list[int]) -> None:
    numbers = [patterned_number(pattern(), MARCH, place) for place in places]

    assert len(set(numbers)) == len(places)


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_two_marks_are_never_alike(one: int, other: int) -> None:
    assert (marked_number("1", one) == marked_number("1", other)) == (one == other)
