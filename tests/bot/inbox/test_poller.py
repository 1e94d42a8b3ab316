"""Whatever the server sends is kept, and asked for no more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.clock import SystemClock
from bot.inbox.poller import Poller
from bot.signal import Signal
from bot.transport import wire_to
from tests.bot.office import TOKEN, Office

ODD = rb'{"ok": true, "result": [{"update_id": 7, "message": {"text": "\ud800", "chat": {"id": 5}}}, {"update_id": 8}]}'
NOTHING = b'{"ok": true, "result": []}'


async def test_an_update_with_half_a_character_stops_nothing(office: Office) -> None:
    async with _polling(office, [ODD, NOTHING]) as asked:
        await office.until("SELECT update_id, chat_id FROM inbox ORDER BY update_id", (7, 5), (8, 0))
        await _has_asked_twice(asked)

    assert asked[0] == 0
    assert set(asked[1:]) == {9}


async def test_after_a_start_it_goes_on_where_it_stopped(office: Office) -> None:
    async with _polling(office, [ODD, NOTHING]):
        await office.until("SELECT count(*) FROM inbox", (2,))
    async with _polling(office, [ODD, NOTHING]) as asked:
        await _has_asked_twice(asked)

    assert set(asked) == {9}
    assert await office.rows("SELECT count(*) FROM inbox") == [(2,)]


async def _has_asked_twice(asked: list[int]) -> None:
    async with asyncio.timeout(5):
        while len(asked) < 2:  # noqa: ASYNC110 - the server is only listened to
            await asyncio.sleep(0.01)


@asynccontextmanager
async def _polling(office: Office, answers: list[bytes]) -> AsyncIterator[list[int]]:
    """A poller on a server that gives these answers, the last one for ever; the offsets it asked for."""
    asked: list[int] = []

    async def answered(request: web.Request) -> web.Response:
        asked.append((await request.json())["offset"])
        return web.Response(body=answers[min(len(asked), len(answers)) - 1], content_type="application/json")

    application = web.Application()
    application.router.add_post("/{anything:.*}", answered)
    runner = web.AppRunner(application, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    wire = wire_to(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}", "", "")
    for request in (wire._request[0], wire.request):
        await request.initialize()
    polling = asyncio.create_task(Poller(wire, office.units.database, SystemClock(), Signal().ring).run())
    yield asked
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    for request in (wire._request[0], wire.request):
        await request.shutdown()
    await runner.cleanup()
