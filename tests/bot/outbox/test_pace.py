"""Nothing leaves faster than Telegram allows, and nothing waits longer than that takes."""

import heapq
import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.limits import Limits
from bot.outbox.outgoing import Outgoing
from bot.outbox.pace import Pace, Slot
from bot.outbox.waiting import Waiting
from core.model.message import Urgency
from tests.bot.outbox.strict_server import StrictServer

LIMITS = Limits()
ROUND_TRIP = 0.01


def test_ten_thousand_notices_take_hardly_longer_than_the_limit_itself() -> None:
    rows = [_row(number, chat_id=number % 2_000 + 1) for number in range(1, 10_001)]

    left, server = _sent(rows)

    assert server.refused == []
    assert len(left) == 10_000
    assert left[-1][0] <= 1.05 * 10_000 / 30


def test_a_machine_that_is_always_a_little_late_does_not_fall_behind() -> None:
    rows = [_row(number, chat_id=number % 600 + 1) for number in range(1, 3_001)]

    left, server = _sent(rows, late=0.02)

    assert server.refused == []
    assert left[-1][0] <= 1.05 * 3_000 / 30


def test_a_group_gets_twenty_a_minute() -> None:
    left, server = _sent([_row(number, chat_id=-5) for number in range(1, 62)])

    assert server.refused == []
    assert left[-1][0] <= 1.05 * 180


def test_what_is_urgent_leaves_before_all_that_waited_longer() -> None:
    digests = [_row(number, chat_id=number, urgency=Urgency.DIGEST) for number in range(1, 300)]
    urgent = [_row(number, chat_id=number, urgency=Urgency.URGENT) for number in range(300, 310)]

    left, _ = _sent([*digests, *urgent])

    assert {row.urgency for _, row in left[:10]} == {Urgency.URGENT}


def test_three_answers_in_a_row_leave_at_once_and_the_fourth_waits() -> None:
    left, _ = _sent([_row(number, chat_id=7, urgency=Urgency.ANSWER) for number in range(1, 5)])

    assert [round(at) for at, _ in left] == [0, 0, 0, 3]


def test_the_answer_to_a_press_waits_for_no_limit() -> None:
    waiting = Waiting(Pace(LIMITS))
    waiting.add(_row(1))
    waiting.add(_row(2))
    waiting.add(_row(3, method="answerCallbackQuery", urgency=-1))
    waiting.add(_row(4, method="answerCallbackQuery", urgency=-1))

    taken = list(itertools.islice(iter(lambda: waiting.take(0.0), None), 4))

    assert [row.id for row in taken if row] == [3, 4, 1]


def test_an_album_counts_as_all_that_it_shows() -> None:
    pace = Pace(LIMITS)
    album = _row(1, chat_id=-5, method="sendMediaGroup", payload='{"media": [{}, {}, {}, {}, {}]}')
    for _ in range(4):
        pace.enter(album, 0.0)

    assert pace.chat_free_at(_row(2, chat_id=-5)) == pytest.approx(60.0, abs=0.3)


def test_while_a_send_is_not_yet_marked_only_what_can_be_repeated_leaves() -> None:
    waiting = Waiting()
    waiting.add(_row(1))
    edit = _row(2, chat_id=2, method="editMessageText")
    waiting.add(edit)

    assert [waiting.take(0.0, may_send=False), waiting.take(0.0, may_send=False)] == [edit, None]
    assert waiting.take(0.0) == _row(1)


def test_nothing_leaves_while_everything_is_held() -> None:
    waiting = Waiting()
    waiting.add(_row(1))
    waiting.hold(5.0)

    assert (waiting.take(4.9), waiting.next_at(4.9)) == (None, 5.0)
    assert waiting.take(5.0) == _row(1)


@given(
    st.lists(st.tuples(st.sampled_from((-2, -1, 1, 2, 3)), st.sampled_from((1, 2, 4))), max_size=60),
    st.floats(0.0, 0.25),
)
def test_whatever_waits_a_strict_server_refuses_nothing(drawn: list[tuple[int, int]], trip: float) -> None:
    rows = [_row(number, chat_id=chat, urgency=urgency) for number, (chat, urgency) in enumerate(drawn, 1)]

    left, server = _sent(rows, trip)

    assert server.refused == []
    assert sorted(row.id for _, row in left) == [row.id for row in rows]


def _sent(
    rows: Iterable[Outgoing], trip: float = ROUND_TRIP, late: float = 0.0
) -> tuple[list[tuple[float, Outgoing]], StrictServer]:
    """Send all of it, one at a time; a message arrives half a round trip after it left; wakes come so much too late."""
    pace, server = Pace(LIMITS), StrictServer(LIMITS)
    waiting = Waiting(pace)
    for given_row in rows:
        waiting.add(given_row)
    now, left = 0.0, []
    coming: list[tuple[float, int, Outgoing, Slot]] = []
    while True:
        waiting.wake(now)
        if not coming and (row := waiting.take(now)):
            heapq.heappush(coming, (now + trip, row.id, row, pace.enter(row, now)))
            server.takes(row.chat_id, now + trip / 2)
            left.append((now, row))
        next_at = waiting.next_at(now)
        if coming:
            now, _, answered, slot = heapq.heappop(coming)
            slot.arrived(now)
            waiting.release(answered)
        elif next_at is None:
            return left, server
        else:
            now = next_at + late


def _row(
    number: int,
    chat_id: int = 1,
    urgency: int = Urgency.NOTICE,
    method: str = "sendMessage",
    payload: str = "{}",
) -> Outgoing:
    return Outgoing(
        id=number,
        chat_id=chat_id,
        method=method,
        payload=payload,
        card="",
        once=None,
        urgency=urgency,
        person_id=None,
        case_id=None,
        notice_id=None,
    )
