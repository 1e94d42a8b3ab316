"""Control: what happens, as server-sent events."""

import asyncio
import json
from contextlib import suppress
from functools import partial

from aiohttp import web

from bot.sandbox.control.body import query_number
from bot.sandbox.faults import ControlFault
from bot.sandbox.world import World

KEEP_ALIVE = 15.0
HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Live:
    """/sandbox/events."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The address."""
        return [web.get("/sandbox/events", self.events)]

    async def events(self, request: web.Request) -> web.StreamResponse:
        """All events after `after` (or the browser's Last-Event-ID), then each as it happens."""
        after = self._after(request)
        response = web.StreamResponse(headers=HEADERS)
        await response.prepare(request)
        await response.write(b": here\n\n")
        with suppress(ConnectionResetError):  # the page was closed
            await self._stream(response, after)
        return response

    async def _stream(self, response: web.StreamResponse, after: int) -> None:
        log = self._world.events
        while not log.changed.is_closed:
            fresh = await log.changed.until(partial(log.news, after), seconds=KEEP_ALIVE)
            if fresh is None:
                await response.write(b": still here\n\n")
                continue
            after = fresh[-1]["seq"]
            lines = [
                f"id: {event['seq']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n" for event in fresh
            ]
            await response.write("".join(lines).encode())
            await asyncio.sleep(0)

    def _after(self, request: web.Request) -> int:
        header = request.headers.get("Last-Event-ID", "")
        if header and not header.isdecimal():
            raise ControlFault("Last-Event-ID must be a number")
        return int(header) if header else query_number(request, "after", self._world.events.seq)
