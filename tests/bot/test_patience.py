"""What Telegram refuses is tried again, later and later, until it is of no use."""

import pytest
from telegram.error import BadRequest, NetworkError

from bot.patience import FIRST_REST, LOOK_EVERY, TRIES, Patience


def test_a_network_fault_is_tried_again_so_many_times() -> None:
    patience = Patience()

    given_up = [patience.is_given_up(1, NetworkError("x")) for _ in range(TRIES)]

    assert given_up == [False] * (TRIES - 1) + [True]


def test_what_can_never_be_had_is_given_up_at_once() -> None:
    assert Patience().is_given_up(1, BadRequest("file not found"))


@pytest.mark.parametrize(("faults", "rest"), [(0, LOOK_EVERY), (1, FIRST_REST), (3, 4 * FIRST_REST)])
def test_the_next_look_comes_later_after_each_fault(faults: int, rest: float) -> None:
    patience = Patience()
    for _ in range(faults):
        patience.is_given_up(1, NetworkError("x"))

    assert patience.rest() == rest


def test_after_a_success_nothing_is_counted_any_more() -> None:
    patience = Patience()
    patience.is_given_up(1, NetworkError("x"))
    patience.succeeded(1)

    assert patience.rest() == LOOK_EVERY
