"""Control: trouble for the bot on order, and the server's own limits."""

from aiohttp import web

from bot.sandbox.control.body import Body, body_of
from bot.sandbox.faults import ControlFault
from bot.sandbox.flood_guard import Allowed, Limits
from bot.sandbox.manners import CODES, Trouble
from bot.sandbox.world import World

LONGEST_DELAY = 60.0
SECOND, MINUTE = 1.0, 60.0


class Troubles:
    """/sandbox/trouble, /sandbox/redeliver and /sandbox/limits."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.post("/sandbox/trouble", self.trouble),
            web.post("/sandbox/redeliver", self.redeliver),
            web.post("/sandbox/limits", self.limits),
        ]

    async def trouble(self, request: web.Request) -> web.Response:
        """Let the next calls of the bot be refused (429, 500, 502), cut (-1), late (200), or unanswered though done (0)."""
        body = await body_of(request)
        code = body.number("code")
        if code not in CODES:
            raise ControlFault(f"code must be one of {', '.join(map(str, sorted(CODES)))}")
        trouble = Trouble(
            code=code,
            method=body.text("method").lower(),
            chat=str(body.optional_number("chat") or ""),
            times=body.optional_number("times") or 1,
            retry_after=body.optional_number("retry_after") or 1,
            delay=min(_seconds(body, "delay", 0.0), LONGEST_DELAY),
        )
        self._world.manners.order(trouble)
        return web.json_response({"ok": True})

    async def redeliver(self, request: web.Request) -> web.Response:
        """Give the bot its latest updates once more, confirmed or not; `reversed`, the newest first."""
        body = await body_of(request)
        again = self._world.updates.again(body.optional_number("count") or 1, backwards=body.flag("reversed"))
        return web.json_response({"updates": again})

    async def limits(self, request: web.Request) -> web.Response:
        """Refuse what comes faster than Telegram takes it: `overall` and `chat` a second, `group` a minute.

        `faster` shortens the seconds and the minute; `kept: false` lets everything through again.
        """
        body = await body_of(request)
        usual = Limits()
        limits = Limits(
            overall=Allowed(body.optional_number("overall") or usual.overall.most, SECOND),
            chat=Allowed(body.optional_number("chat") or usual.chat.most, SECOND),
            group=Allowed(body.optional_number("group") or usual.group.most, MINUTE),
            faster=_seconds(body, "faster", 1.0) or 1.0,
        )
        self._world.flood_guard.limits = limits if body.flag("kept") else None
        return web.json_response({"refused": self._world.flood_guard.refused})


def _seconds(body: Body, name: str, default: float) -> float:
    value = body.values.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ControlFault(f"{name} must be a number that is not negative")
    return float(value)
