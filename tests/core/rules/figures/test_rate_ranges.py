import pytest

from core.errors import NotAllowed
from core.rules.figures.rate_ranges import RateRange, is_within, steps_in
from core.rules.typed.percent_text import percent_in


def limits(low: str, high: str) -> RateRange:
    return RateRange(low, high, "5.1", "administration_manager")


@pytest.mark.parametrize(
    ("rate", "fits"), [("60", True), ("80", True), ("59.9", False), ("80.1", False), ("x", False)]
)
def test_both_ends_of_a_range_belong_to_it(rate: str, fits: bool) -> None:
    assert is_within(rate, limits("60", "80")) is fits


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        ("60", "80", ("60", "65", "70", "75", "80")),
        ("10", "20", ("10", "15", "20")),
        ("10", "12", ("10", "11", "12")),
        ("15", "20", ("15", "16", "17", "18", "20")),
        ("50", "80", ("50", "55", "60", "65", "80")),
    ],
)
def test_rates_are_offered_in_even_steps_with_both_ends(low: str, high: str, steps: tuple[str, ...]) -> None:
    assert steps_in(limits(low, high)) == steps


@pytest.mark.parametrize(("typed", "rate"), [("65", "65"), ("６５％", "65"), (" 62.5 % ", "62.5")])
def test_a_percent_is_read_as_people_type_it(typed: str, rate: str) -> None:
    assert percent_in(typed) == rate


@pytest.mark.parametrize("typed", ["", "-5", "六十", "1e2"])
def test_anything_else_is_no_percent(typed: str) -> None:
    with pytest.raises(NotAllowed, match="percent_unreadable"):
        percent_in(typed)
