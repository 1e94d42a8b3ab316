"""The server keeps Telegram's limits when it is told to."""

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.sandbox.faults import ApiFault
from bot.sandbox.flood_guard import FloodGuard, Limits
from tests.sandbox.caller import Caller


def test_without_limits_everything_goes_through() -> None:
    assert refusals(FloodGuard(), [("sendmessage", 1, 1, 0.0)] * 100) == []


def test_a_chat_takes_one_a_second_a_group_twenty_a_minute_and_all_together_thirty_a_second() -> None:
    chat = [("sendmessage", 1, 1, 0.0), ("sendmessage", 1, 1, 0.9), ("sendmessage", 1, 1, 1.0)]
    assert refusals(strict(), chat) == [1]
    group = [("sendmessage", -1, 1, float(second)) for second in range(25)]
    assert refusals(strict(), group) == list(range(20, 25))
    everybody = [("sendmessage", chat, 1, 0.5) for chat in range(1, 40)]
    assert refusals(strict(), everybody) == list(range(30, 39))


def test_an_album_counts_as_what_it_shows_and_other_calls_as_nothing() -> None:
    albums = [("sendmediagroup", -chat, 10, 0.0) for chat in range(1, 5)]
    assert refusals(strict(), albums) == [3]
    calls = [
        ("editmessagetext", 1, 1, 0.0),
        ("sendchataction", 1, 1, 0.0),
        ("answercallbackquery", 1, 1, 0.0),
    ]
    assert refusals(strict(), calls * 20) == []


def test_a_faster_clock_shortens_every_limit() -> None:
    chat = [("sendmessage", 1, 1, 0.0), ("sendmessage", 1, 1, 0.11)]
    assert refusals(strict(faster=10), chat) == []


async def test_a_bot_is_refused_with_its_wait_until_it_is_let_through_again(
    api: Caller, sandbox: Sandbox, lin: Player
) -> None:
    await sandbox.keeps_limits()
    await api("sendMessage", chat_id=lin.id, text="one")

    refused = await api.ask("sendMessage", chat_id=lin.id, text="two")

    assert refused["parameters"] == {"retry_after": 1}
    assert await sandbox.keeps_limits(False) == 1
    await api("sendMessage", chat_id=lin.id, text="two")


def strict(faster: float = 1.0) -> FloodGuard:
    guard = FloodGuard()
    guard.limits = Limits(faster=faster)
    return guard


def refusals(guard: FloodGuard, calls: list[tuple[str, int, int, float]]) -> list[int]:
    """The places of the calls that were refused."""
    refused = []
    for place, call in enumerate(calls):
        try:
            guard.check(*call)
        except ApiFault:
            refused.append(place)
    assert guard.refused == len(refused)
    return refused
