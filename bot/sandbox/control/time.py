"""Control: the clock, for the page to move and for the bot to follow."""

from datetime import datetime, timedelta

from aiohttp import web

from bot.sandbox.control.body import Body, body_of, query_number, query_seconds
from bot.sandbox.faults import ControlFault
from bot.sandbox.world import World

FOLLOW_FOR = 25.0


class Time:
    """/sandbox/clock."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.get("/sandbox/clock", self.read),
            web.post("/sandbox/clock", self.change),
        ]

    async def read(self, request: web.Request) -> web.Response:
        """The clock: at once if `after` is not its present seq, else at its next change or after 25 s."""
        clock = self._world.clock
        known = query_number(request, "after", -1)
        seconds = query_seconds(request, "timeout", FOLLOW_FOR, most=FOLLOW_FOR)
        await clock.changed.until(lambda: True if clock.seq != known else None, seconds=seconds)
        return web.json_response(clock.reading())

    async def change(self, request: web.Request) -> web.Response:
        """Advance by seconds, set to a moment, or let run or stand; together in this order."""
        body = await body_of(request)
        clock = self._world.clock
        if "advance" in body.values:
            clock.advance(_span(body))
        if "set" in body.values:
            clock.set_to(self._moment(body))
        if "running" in body.values:
            clock.run(body.flag("running"))
        self._world.events.emit("clock", clock=clock.reading())
        return web.json_response(clock.reading())

    def _moment(self, body: Body) -> datetime:
        try:
            moment = datetime.fromisoformat(body.needed_text("set"))
        except ValueError:
            raise ControlFault("set must be a moment such as 2025-03-03T08:12:00+08:00") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=self._world.clock.zone)


def _span(body: Body) -> timedelta:
    value = body.values["advance"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ControlFault("advance must be a number of seconds")
    return timedelta(seconds=value)
