"""Control: waiting until the bot shows something, or has nothing more to say; for tests, instead of asking again."""

import asyncio

from aiohttp import web

from bot.sandbox.control.body import query_number, query_seconds
from bot.sandbox.sight import Wanted, latest_words, shown, toasted
from bot.sandbox.world import World

MAX_WAIT = 60.0
STEP = 0.02


class Waiting:
    """/sandbox/wait and /sandbox/quiet."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [web.get("/sandbox/wait", self.wait), web.get("/sandbox/quiet", self.quiet)]

    async def wait(self, request: web.Request) -> web.Response:
        """The first message of the bot that is shown with these words and changed after `after`; else what is shown."""
        wanted = Wanted(
            chat=query_number(request, "chat", 0),
            after=query_number(request, "after", 0),
            words=tuple(request.query.getall("contains", [])),
            button=request.query.get("button", ""),
            skip=frozenset(int(seq) for seq in request.query.get("skip", "").split(",") if seq.isdecimal()),
        )
        viewer = query_number(request, "viewer", 0)
        look = toasted if request.query.get("kind") == "toast" else shown
        found = await self._world.events.changed.until(
            lambda: look(self._world, wanted, viewer),
            seconds=query_seconds(request, "timeout", 5.0, most=MAX_WAIT),
        )
        if found is not None:
            return web.json_response({"found": found})
        return web.json_response({"found": None, "shown": latest_words(self._world, wanted.chat)})

    async def quiet(self, request: web.Request) -> web.Response:
        """Whether the bot took all updates and then called nothing for `ms`, within `timeout` seconds (real time)."""
        loop = asyncio.get_running_loop()
        span = query_number(request, "ms", 300) / 1000
        limit = loop.time() + query_seconds(request, "timeout", 5.0, most=MAX_WAIT)
        calls, since = self._world.calls, loop.time()
        while loop.time() < limit and not self._world.events.changed.is_closed:
            if self._world.calls != calls or len(self._world.updates):
                calls, since = self._world.calls, loop.time()
            if loop.time() - since >= span:
                return web.json_response({"quiet": True})
            await asyncio.sleep(STEP)
        return web.json_response({"quiet": False})
