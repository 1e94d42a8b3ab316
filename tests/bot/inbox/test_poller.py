"""Whatever the server sends is kept, and asked for no more."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import SystemClock
from bot.inbox.plain import Door, OpenDoor, RawUpdate, Row
from bot.inbox.poller import Poller
from bot.signal import Signal
from bot.transport import wire_to
from tests.bot.office import TOKEN, Office
from tests.patience import PATIENCE

ODD = rb'{"ok": true, "result": [{"update_id": 7, "message": {"text": "\ud800", "chat": {"id": 5}}}, {"update_id": 8}]}'
NOTHING = b'{"ok": true, "result": []}'


class Hesitant(OpenDoor):
    """Holds what it was given the first time until it is asked with nothing new."""

    def __init__(self) -> None:
        self.is_holding = False
        self._held: list[RawUpdate] = []

    async def rows(
        self, updates: Sequence[RawUpdate], now: datetime, connection: AsyncConnection
    ) -> list[Row]:
        self.is_holding = bool(updates)
        self._held += updates
        return [] if self.is_holding else await super().rows(self._held, now, connection)


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


async def test_while_something_is_held_it_is_asked_again_soon_and_with_nothing_new(office: Office) -> None:
    holds: list[int] = []
    async with _polling(office, [ODD, NOTHING], Hesitant(), holds) as asked:
        await office.until("SELECT count(*) FROM inbox", (2,))
        await _has_asked(asked, 3)

    assert asked[:3] == [0, 9, 9]
    assert holds[:3] == [25, 1, 25]


async def _has_asked_twice(asked: list[int]) -> None:
    await _has_asked(asked, 2)


async def _has_asked(asked: list[int], times: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(asked) < times:  # noqa: ASYNC110 - the server is only listened to
            await asyncio.sleep(0.01)


@asynccontextmanager
async def _polling(
    office: Office, answers: list[bytes], door: Door | None = None, holds: list[int] | None = None
) -> AsyncIterator[list[int]]:
    """A poller on a server that gives these answers, the last one for ever; the offsets it asked for.

    `holds` gets the seconds for which the server might have waited.
    """
    asked: list[int] = []

    async def answered(request: web.Request) -> web.Response:
        said = await request.json()
        asked.append(said["offset"])
        if holds is not None:
            holds.append(said["timeout"])
        return web.Response(body=answers[min(len(asked), len(answers)) - 1], content_type="application/json")

    application = web.Application()
    application.router.add_post("/{anything:.*}", answered)
    runner = web.AppRunner(application, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    wire = wire_to(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}", "", "")
    for request in (wire._request[0], wire.request):
        await request.initialize()
    polling = asyncio.create_task(
        Poller(wire, office.units.database, SystemClock(), Signal().ring, door=door).run()
    )
    yield asked
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    for request in (wire._request[0], wire.request):
        await request.shutdown()
    await runner.cleanup()
