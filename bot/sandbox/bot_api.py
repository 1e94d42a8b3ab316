"""The Bot API over HTTP: one call in, `ok` and a result or a refusal out."""

import asyncio
import inspect

from aiohttp import web

from bot.sandbox.faults import ApiFault
from bot.sandbox.manners import ConnectionCut
from bot.sandbox.methods.table import METHODS
from bot.sandbox.params import Params
from bot.sandbox.request_reading import params_of
from bot.sandbox.wire import Json
from bot.sandbox.world import World

POLL = "getupdates"
ALBUM = "sendmediagroup"


class BotApi:
    """Answers /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the Bot API."""
        return [
            web.get("/bot{token}/{method}", self.call),
            web.post("/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.Response:
        """Any method."""
        try:
            result = await self._result(request)
        except ApiFault as fault:
            return web.json_response(fault.as_json(), status=fault.code)
        except ConnectionCut:
            _hang_up(request)
            result = None
        return web.json_response({"ok": True, "result": result})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file that getFile named a path for."""
        try:
            self._check_token(request)
        except ApiFault as fault:
            return web.json_response(fault.as_json(), status=fault.code)
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            body: Json = {"ok": False, "error_code": 404, "description": "Not Found"}
            return web.json_response(body, status=404)
        return web.Response(body=self._world.files.read(stored), content_type="application/octet-stream")

    async def _result(self, request: web.Request) -> object:
        self._check_token(request)
        name = request.match_info["method"].lower()
        method = METHODS.get(name)
        if method is None:
            raise ApiFault(404, "Not Found")
        if name != POLL:
            self._world.calls += 1
        params = await params_of(request)
        is_lost = await self._world.manners.check(name, params.text("chat_id"))
        self._check_limits(name, params)
        result = method(self._world, params)
        result = await result if inspect.isawaitable(result) else result
        if is_lost:
            _hang_up(request)
        return result

    def _check_limits(self, name: str, params: Params) -> None:
        now = asyncio.get_running_loop().time()
        messages = len(params.values_of("media")) if name == ALBUM else 1
        self._world.flood_guard.check(name, params.number("chat_id"), messages, now)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._world.bot.token:
            raise ApiFault(401, "Unauthorized")


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
