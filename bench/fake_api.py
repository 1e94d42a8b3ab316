"""A Bot API that only measures: it hands out updates, takes answers, and believes every token.

Run as `python -m bench.fake_api PORT DELAY_MS`. The delay is one round trip, added to every call but getUpdates.
The driver speaks to it under `/load`: POST `/load/begin`, POST `/load/feed`, GET `/load/polled`, GET `/load/wait`.
"""

import asyncio
import itertools
import json
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bench.ledger import Ledger

HOST = "127.0.0.1"
ME = {"id": 123456, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
SENDS = frozenset({"sendmessage", "editmessagetext"})
LEDGER = web.AppKey("ledger", Ledger)
DELAY = web.AppKey("delay", float)
MESSAGE_IDS: web.AppKey[Iterator[int]] = web.AppKey("message_ids")


async def call(request: web.Request) -> web.Response:
    """One call of the Bot API."""
    method = request.match_info["method"].lower()
    ledger = request.app[LEDGER]
    ledger.calls[method] += 1
    params = await _params(request)
    if method == "getupdates":
        return _result(await _updates(ledger, params))
    if method == "sendmessage":
        ledger.answer(int(params["chat_id"]))
    if delay := request.app[DELAY]:
        await asyncio.sleep(delay)
    if method in SENDS:
        ids = request.app[MESSAGE_IDS]
        return _result(_message(next(ids), params))
    return _result(ME if method == "getme" else True)


async def begin(request: web.Request) -> web.Response:
    """Start measuring anew."""
    request.app[LEDGER].begin()
    return web.json_response({})


async def feed(request: web.Request) -> web.Response:
    """Queue `count` updates over `chats` chats from `first_chat` on; `per_second` 0 means all at once."""
    load = await request.json()
    ledger = request.app[LEDGER]
    started = time.perf_counter()
    for place in range(load["count"]):
        if load["per_second"]:
            await asyncio.sleep(max(started + place / load["per_second"] - time.perf_counter(), 0))
        ledger.queue(load["first_chat"] + place % load["chats"], load["text"].format(i=place))
    return web.json_response({})


async def polled(request: web.Request) -> web.Response:
    """Whether a bot has asked for updates; answers as soon as it has, or after a second."""
    return web.json_response(await request.app[LEDGER].is_polled(within=1))


async def wait(request: web.Request) -> web.Response:
    """Answer when so many updates are answered, or nothing moves any more, with what was measured."""
    ledger = request.app[LEDGER]
    await ledger.progress(int(request.query["answers"]), float(request.query["patience"]))
    return web.json_response(ledger.measured() | {"calls": dict(ledger.calls)})


async def _params(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    if request.content_type.startswith("multipart/"):
        return dict(await request.post())
    return dict(parse_qsl(await request.text())) | dict(request.query)


async def _updates(ledger: Ledger, params: dict[str, Any]) -> list[dict[str, Any]]:
    asked = {
        key: int(params.get(key) or fallback)
        for key, fallback in (("offset", 0), ("limit", 100), ("timeout", 0))
    }
    return await ledger.after(**asked)


def _message(message_id: int, params: dict[str, Any]) -> dict[str, Any]:
    chat = {"id": int(params["chat_id"]), "type": "private", "first_name": "P"}
    return {
        "message_id": message_id,
        "date": int(time.time()),
        "chat": chat,
        "from": ME,
        "text": params.get("text", ""),
    }


def _result(result: object) -> web.Response:
    body = json.dumps({"ok": True, "result": result}, ensure_ascii=False, separators=(",", ":"))
    return web.Response(text=body, content_type="application/json")


def app(delay: float) -> web.Application:
    """The server with its routes; `delay` in seconds."""
    server = web.Application()
    server[DELAY], server[MESSAGE_IDS] = delay, itertools.count(10_000_000)
    server.on_startup.append(_open_ledger)
    server.router.add_route("*", "/bot{token}/{method}", call)
    server.router.add_post("/load/begin", begin)
    server.router.add_post("/load/feed", feed)
    server.router.add_get("/load/polled", polled)
    server.router.add_get("/load/wait", wait)
    return server


async def _open_ledger(server: web.Application) -> None:
    server[LEDGER] = Ledger()


if __name__ == "__main__":
    web.run_app(app(float(sys.argv[2]) / 1000), host=HOST, port=int(sys.argv[1]), print=None, access_log=None)
