"""Order of sending, as a law: urgent first, in order within a chat, one at a time for each chat."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.outgoing import Outgoing
from bot.outbox.waiting import Waiting
from tests.bot.outbox.rows import ROW

given_rows = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2)), max_size=30)


@given(given_rows)
def test_every_row_leaves_once_urgent_first_within_its_chat(drawn: list[tuple[int, int]]) -> None:
    waiting = Waiting()
    rows = [_row(number, chat_id, urgency) for number, (chat_id, urgency) in enumerate(drawn, 1)]
    for row in rows:
        waiting.add(row)

    taken = []
    while row_taken := waiting.take(0.0):
        taken.append(row_taken)
        waiting.release(row_taken)

    assert sorted(row.id for row in taken) == [row.id for row in rows]
    for chat_id in {row.chat_id for row in rows}:
        ranks = [(row.urgency, row.id) for row in taken if row.chat_id == chat_id]
        assert ranks == sorted(ranks)
    assert [row.urgency for row in taken] == sorted(row.urgency for row in taken)


def test_a_chat_in_flight_gives_nothing_until_it_is_released() -> None:
    waiting = Waiting()
    first, second, other = _row(1), _row(2), _row(3, chat_id=2)
    for row in (first, second, other):
        waiting.add(row)

    assert (waiting.take(0.0), waiting.take(0.0), waiting.take(0.0)) == (first, other, None)
    waiting.release(first)
    assert waiting.take(0.0) == second


def test_a_resting_chat_waits_for_its_time_with_the_same_row_first() -> None:
    waiting = Waiting()
    first, second = _row(1), _row(2)
    waiting.add(first)
    waiting.add(second)
    assert waiting.take(0.0) == first

    waiting.rest(first, until=10.0)

    waiting.wake(now=9.0)
    assert waiting.next_at(9.0) == 10.0
    assert waiting.take(9.0) is None
    waiting.wake(now=10.0)
    assert waiting.next_at(10.0) is None
    assert waiting.take(0.0) == first


def test_a_row_is_added_once_until_it_is_done() -> None:
    waiting = Waiting()
    waiting.add(_row(1))
    waiting.add(_row(1))
    taken = waiting.take(0.0)
    assert taken is not None
    waiting.add(_row(1))
    assert waiting.take(0.0) is None

    waiting.release(taken)

    assert waiting.take(0.0) is None


def test_an_older_state_of_a_living_message_is_known_as_replaced() -> None:
    waiting = Waiting()
    old, new = replace(_row(1), card="case:1"), replace(_row(2), card="case:1")
    plain, other = _row(3), replace(_row(4, chat_id=2), card="case:1")
    for row in (old, new, plain, other):
        waiting.add(row)

    assert [waiting.is_replaced(row) for row in (old, new, plain, other)] == [True, False, False, False]


def test_the_rows_of_a_chat_that_moved_are_forgotten_and_can_come_again() -> None:
    waiting = Waiting()
    waiting.add(_row(1))
    waiting.add(_row(2))
    taken = waiting.take(0.0)
    assert taken is not None

    waiting.move(taken)
    assert waiting.take(0.0) is None
    for number in (1, 2):
        waiting.add(_row(number, chat_id=9))

    assert waiting.take(0.0) == _row(1, chat_id=9)


def _row(number: int, chat_id: int = 1, urgency: int = 0) -> Outgoing:
    return replace(ROW, id=number, chat_id=chat_id, urgency=urgency)
