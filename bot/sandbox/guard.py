"""Keeps other web pages from driving the sandbox: only this machine's own page and programs may."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.sandbox.faults import ControlFault
from bot.sandbox.wire import Json

OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
OWN_SITES = frozenset({"same-origin", "none"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """403 for a foreign Host (rebinding), Origin or fetch site."""
    host = request.headers.get("Host", "")
    name = host.rpartition(":")[0] or host
    origin = request.headers.get("Origin")
    is_own_origin = origin is None or origin in {f"http://{host}", f"https://{host}"}
    is_own_site = request.headers.get("Sec-Fetch-Site", "none") in OWN_SITES or request.path == "/"
    if name not in OWN_NAMES or not is_own_origin or not is_own_site:
        reason = "only pages of this server may ask; open the sandbox by its own address"
        return web.json_response({"error": reason}, status=403)
    return await handler(request)


@web.middleware
async def tell_faults(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A refusal of the control interface as JSON: `error` says what is wrong and what would be right."""
    try:
        return await handler(request)
    except ControlFault as fault:
        body: Json = {"error": fault.reason}
        return web.json_response(body, status=fault.status)
