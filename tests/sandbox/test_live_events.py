"""What happens is told as it happens, and again to who comes back."""

import json
from collections.abc import AsyncIterator

import aiohttp

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.sandbox.event_log import EventLog
from tests.sandbox.caller import Caller


async def _read(response: aiohttp.ClientResponse) -> AsyncIterator[dict[str, object]]:
    async for raw in response.content:
        line = raw.decode()
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


async def test_events_come_in_order_with_their_payload(
    url: str, session: aiohttp.ClientSession, api: Caller, sandbox: Sandbox, lin: Player
) -> None:
    async with session.get(f"{url}/sandbox/events") as response:
        sent = await api("sendMessage", chat_id=lin.id, text="第 1 版")
        await api("editMessageText", chat_id=lin.id, message_id=sent["message_id"], text="第 2 版")
        await api("sendChatAction", chat_id=lin.id, action="typing")
        await api("deleteMessage", chat_id=lin.id, message_id=sent["message_id"])
        await sandbox.wind(hours=1)
        events = []
        async for event in _read(response):
            events.append(event)
            if event["type"] == "clock":
                break

    assert [event["type"] for event in events] == ["message", "unread", "edit", "typing", "delete", "clock"]
    assert events[0]["message"] == sent
    assert [event["chat"] for event in events[:5]] == [lin.id] * 5
    assert events[1]["viewer"] == lin.id


async def test_who_comes_back_gets_what_was_missed(
    url: str, session: aiohttp.ClientSession, sandbox: Sandbox, lin: Player
) -> None:
    seq = (await sandbox.state())["seq"]
    await lin.says("a")
    for query, headers in ((f"?after={seq}", {}), ("", {"Last-Event-ID": str(seq)})):
        async with session.get(f"{url}/sandbox/events{query}", headers=headers) as response:
            event = await anext(_read(response))
        assert (event["seq"], event["type"]) == (seq + 1, "message")


async def test_who_comes_back_too_late_or_from_another_server_reloads(
    url: str, session: aiohttp.ClientSession
) -> None:
    async with session.get(f"{url}/sandbox/events?after=9999") as response:
        assert (await anext(_read(response)))["type"] == "reload"
    async with session.get(f"{url}/sandbox/events", headers={"Last-Event-ID": "x"}) as response:
        assert response.status == 400


def test_the_memory_of_events_is_bounded() -> None:
    log = EventLog(remembered=3)
    for _ in range(5):
        log.emit("people")

    assert [event["seq"] for event in log.since(2)] == [3, 4, 5]
    assert log.since(1) == [{"seq": 5, "type": "reload"}]
    assert log.since(5) == []
    assert log.since(6) == [{"seq": 5, "type": "reload"}]


async def test_the_sandbox_is_quiet_when_the_bot_took_everything(
    api: Caller, sandbox: Sandbox, lin: Player
) -> None:
    assert await sandbox.is_quiet(milliseconds=30)
    await lin.says("a")
    assert not await sandbox.is_quiet(milliseconds=30, seconds=0.1)
    await api.updates()
    await api.updates()
    assert await sandbox.is_quiet(milliseconds=30)
