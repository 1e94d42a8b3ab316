"""Trouble on order: what a bot must live with."""

import aiohttp
import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.sandbox.client_wire import ControlRefused
from tests.sandbox.caller import Caller


async def test_a_flood_is_refused_so_many_times_with_its_wait(
    api: Caller, sandbox: Sandbox, lin: Player
) -> None:
    await sandbox.makes_trouble(429, method="sendMessage", chat=lin.id, times=2, retry_after=7)
    assert (await api("getMe"))["is_bot"] is True

    first = await api.ask("sendMessage", chat_id=lin.id, text="漏水")
    second = await api.ask("sendMessage", chat_id=lin.id, text="漏水")

    assert first == second
    assert first["description"] == "Too Many Requests: retry after 7"
    assert first["parameters"] == {"retry_after": 7}
    await api("sendMessage", chat_id=lin.id, text="漏水")


async def test_a_failing_server_did_nothing(api: Caller, sandbox: Sandbox, lin: Player) -> None:
    await sandbox.makes_trouble(502)
    assert await api.refusal("sendMessage", chat_id=lin.id, text="漏水") == "Bad Gateway"
    assert await lin.count_of("漏水") == 0


async def test_a_lost_answer_leaves_the_message_sent(api: Caller, sandbox: Sandbox, lin: Player) -> None:
    await sandbox.makes_trouble(0, method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=lin.id, text="漏水")
    assert await lin.count_of("漏水") == 1


async def test_only_known_trouble_is_made(sandbox: Sandbox) -> None:
    with pytest.raises(ControlRefused, match="code must be"):
        await sandbox.makes_trouble(418)
