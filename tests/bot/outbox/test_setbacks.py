"""What fails is tried again later and later, told waits are kept, and nothing is given up in an outage."""

from dataclasses import replace

import pytest

from bot.outbox.outgoing import Outcome, State
from bot.outbox.setbacks import GIVE_UP_AFTER, LONGEST_REST, Setbacks
from bot.outbox.unmarked import Unmarked
from tests.bot.outbox.rows import ROW

FAILED = Outcome(row=ROW, state=State.WAITING, fault="Bad Gateway")


def test_each_rest_is_twice_as_long_up_to_a_minute() -> None:
    setbacks = Setbacks(lambda: 0.5)

    rests = [setbacks.rest_after(FAILED) for _ in range(9)]

    assert rests == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, LONGEST_REST, LONGEST_REST]


@pytest.mark.parametrize(("jitter", "rest"), [(0.0, 0.25), (1.0, 0.75)])
def test_rests_are_spread_by_half_either_way(jitter: float, rest: float) -> None:
    assert Setbacks(lambda: jitter).rest_after(FAILED) == rest


def test_a_wait_that_was_told_is_kept_to_the_second() -> None:
    assert Setbacks(lambda: 0.9).rest_after(replace(FAILED, wait=17.0)) == 17.0


def test_two_chats_that_must_wait_hold_up_nobody_else_but_three_do() -> None:
    setbacks = Setbacks(lambda: 0.5)
    told = [_of_chat(number, wait=7.0) for number in (1, 2, 3)]

    pauses = [setbacks.pause_after(setbacks.judged(outcome)) for outcome in told]

    assert pauses == [0.0, 0.0, 7.0]


def test_chats_that_fail_between_others_that_get_through_pause_nobody() -> None:
    setbacks = Setbacks(lambda: 0.5)
    for number in range(1, 9):
        assert setbacks.pause_after(setbacks.judged(_of_chat(number))) == 0.0
        setbacks.judged(_taken())


def test_a_row_that_alone_is_refused_again_and_again_is_given_up() -> None:
    setbacks, outcome = Setbacks(lambda: 0.5), FAILED
    for _ in range(GIVE_UP_AFTER):
        assert outcome.state is State.WAITING
        setbacks.judged(_taken())
        outcome = setbacks.judged(outcome)

    assert (outcome.state, outcome.row.tries) == (State.FAILED, GIVE_UP_AFTER)


def test_nothing_is_given_up_while_nothing_gets_through() -> None:
    setbacks, outcome = Setbacks(lambda: 0.5), FAILED
    for _ in range(10 * GIVE_UP_AFTER):
        outcome = setbacks.judged(outcome)

    assert (outcome.state, outcome.row.tries) == (State.WAITING, 1)


def test_one_message_at_once_leaves_until_it_is_marked_or_a_second_has_passed() -> None:
    unmarked = Unmarked(1)
    unmarked.begin(1, 10.0)
    assert (unmarked.has_room(10.9), unmarked.room_at(10.9)) == (False, 11.0)
    assert (unmarked.has_room(11.0), unmarked.room_at(11.0)) == (True, None)

    unmarked.begin(2, 11.0)
    assert not unmarked.has_room(11.5)
    unmarked.end(2)
    assert unmarked.has_room(11.5)


def _of_chat(number: int, wait: float | None = None) -> Outcome:
    return replace(FAILED, row=replace(ROW, id=number, chat_id=number), wait=wait)


def _taken() -> Outcome:
    return Outcome(row=replace(ROW, id=99, chat_id=99), state=State.SENT)
