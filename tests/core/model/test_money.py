import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.money import ZERO, Money, NotMoney, largest_remainder


def test_money_reads_and_writes_two_places() -> None:
    assert Money.of("1460.00") == Money(146000)
    assert str(Money(146000)) == "1460.00"
    assert str(Money(-5)) == "-0.05"
    assert Money.of("7") == Money(700)
    assert Money.of("7.5") == Money(750)


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1.234", "1e3", "1,000.00", "１２", "1234567890123", " 1", "1\n", ".5", "1."]
)
def test_what_is_not_a_plain_amount_is_refused(text: str) -> None:
    with pytest.raises(NotMoney):
        Money.of(text)


def test_money_is_ordered_and_adds_up() -> None:
    assert Money(1) < Money(2)
    assert Money(3) + Money(4) - Money(2) == Money(5)
    assert Money(3) + ZERO == Money(3)


def test_the_odd_fen_goes_to_the_largest_remainder() -> None:
    assert Money(100001).split((50, 30, 20)) == (Money(50001), Money(30000), Money(20000))


def test_equal_remainders_go_to_the_earlier_place() -> None:
    assert Money(2).split((1, 1, 1)) == (Money(1), Money(1), Money(0))


@pytest.mark.parametrize("weights", [(), (0, 0), (2, -1)])
def test_weights_must_be_positive_in_sum(weights: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"\("):
        Money(1).split(weights)


@given(
    st.integers(0, 10**14),
    st.lists(st.integers(0, 10**7), min_size=1).filter(lambda weights: sum(weights) > 0),
)
def test_the_parts_always_add_up_to_the_whole(fen: int, weights: list[int]) -> None:
    parts = largest_remainder(fen, weights)

    assert sum(parts) == fen
    assert all(part >= 0 for part in parts)


@given(st.integers(0, 10**14 - 1))
def test_what_is_written_is_read_back(fen: int) -> None:
    assert Money.of(str(Money(fen))) == Money(fen)
