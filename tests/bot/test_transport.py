"""The Bot API over aiohttp: what goes out, and what every fault becomes."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.outbox.verdict import verdict_on
from bot.transport import AiohttpRequest, Wire, wire_to
from tests.bot.office import TOKEN, Office


async def test_any_method_can_be_called_with_plain_parameters(office: Office) -> None:
    person = await office.sandbox.add_person("张伟", id=1017, started=True)
    async with wire_to(TOKEN, office.url, "", "") as wire:
        sent = await wire.call(
            "sendMessage", {"chat_id": person.id, "text": "<b>x</b>", "parse_mode": "HTML"}
        )

    assert sent["text"] == "x"
    assert wire.username == "gongdao_bot"


async def test_a_file_can_be_sent(office: Office) -> None:
    person = await office.sandbox.add_person("张伟", id=1017, started=True)
    async with wire_to(TOKEN, office.url, "", "") as wire:
        sent = await wire.send_document(person.id, InputFile(b"content", filename="说明.txt"))

    assert sent.document is not None
    assert sent.document.file_name == "说明.txt"


async def test_a_file_comes_back_by_its_id(office: Office) -> None:
    person = await office.sandbox.add_person("张伟", id=1017, started=True)
    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        sent = await wire.send_document(person.id, InputFile(b"content", filename="x.txt"))
        assert sent.document is not None
        assert await wire.content_of(sent.document.file_id) == b"content"
        with pytest.raises(BadRequest):
            await wire.content_of("nothing")


async def test_what_telegram_refuses_is_said_in_its_own_words(office: Office) -> None:
    async with wire_to(TOKEN, office.url, "", "") as wire:
        with pytest.raises(BadRequest, match="Chat not found"):
            await wire.call("sendMessage", {"chat_id": 4, "text": "x"})


async def test_how_long_to_wait_comes_through(office: Office) -> None:
    await office.sandbox.makes_trouble(429, method="sendMessage", times=1, retry_after=7)
    async with wire_to(TOKEN, office.url, "", "") as wire:
        with pytest.raises(RetryAfter) as raised:
            await wire.call("sendMessage", {"chat_id": 4, "text": "x"})

    assert verdict_on(raised.value).wait == 7


async def test_an_answer_that_does_not_come_in_time_is_a_time_out() -> None:
    async with _server(asyncio.sleep(30)) as url, _wire(url) as wire:
        with pytest.raises(TimedOut):
            await wire.call("getMe", {}, within=-9.9)


async def test_a_server_that_is_not_there_is_a_network_fault() -> None:
    async with _wire("http://127.0.0.1:9") as wire:
        with pytest.raises(NetworkError, match="ClientConnectorError"):
            await wire.call("getMe", {})


async def test_a_connection_that_breaks_off_is_a_network_fault() -> None:
    async with _server(None) as url, _wire(url) as wire:
        with pytest.raises(NetworkError):
            await wire.call("getMe", {})


async def test_a_closed_transport_says_so() -> None:
    with pytest.raises(NetworkError, match="closed"):
        await AiohttpRequest().do_request("http://127.0.0.1:9", "GET")


@asynccontextmanager
async def _wire(url: str) -> AsyncIterator[Wire]:
    """A wire that has not asked who it is."""
    wire = wire_to(TOKEN, url, "", "")
    await wire.request.initialize()
    yield wire
    await wire.request.shutdown()


@asynccontextmanager
async def _server(before: Coroutine[None, None, None] | None) -> AsyncIterator[str]:
    """Waits, or breaks off the connection, instead of answering."""

    async def answered(request: web.Request) -> web.Response:
        if before is not None:
            await before
        elif request.transport is not None:
            request.transport.close()
        return web.Response()

    application = web.Application()
    application.router.add_route("*", "/{anything:.*}", answered)
    runner = web.AppRunner(application, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()
