"""The bot as a service: it says when it is ready, finishes what is in hand, and never runs twice."""

import asyncio
import signal
import socket
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from aiohttp import web

from tests.bot.processes.running_bot import Machine, ended
from tests.make import NOW
from tests.patience import PATIENCE

# five seconds on a quiet machine; on a busy one still before the hanging send would have given up by itself
STOPS_WITHIN = 14.0
WATCHED_FOR = 300_000
HELLO = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": 1,
        "text": "hello",
        "chat": {"id": 7, "type": "private", "first_name": "A"},
        "from": {"id": 7, "is_bot": False, "first_name": "A"},
    },
}


async def test_systemd_hears_ready_alive_and_stopping_and_the_stop_is_clean(here: Machine) -> None:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as notify:
        notify.bind(str(here.folder / "notify"))
        notify.setblocking(False)
        environment = {"NOTIFY_SOCKET": str(here.folder / "notify"), "WATCHDOG_USEC": str(WATCHED_FOR)}
        async with here.running(**environment) as bot:
            ready = await _hears(notify, "READY=1")
            alive = [await _hears(notify, "WATCHDOG=1") for _ in range(2)]
            code, seconds = await _stops(bot)
            stopping = await _hears(notify, "STOPPING=1")

    assert "STATUS=running as @gongdao_bot" in ready
    assert alive == ["WATCHDOG=1"] * 2
    assert stopping == "STOPPING=1"
    assert (code, seconds < STOPS_WITHIN) == (0, True)


async def test_a_second_bot_on_the_same_file_is_refused_with_the_first_ones_number(here: Machine) -> None:
    player = await here.sandbox.add_person("somebody", started=True)
    async with here.running() as bot:
        await player.says("hello")
        await player.sees("邀请", within=PATIENCE)
        code, said = await ended(await here.starts("run"))

        assert bot.returncode is None
        assert code == 1
        assert f"Another bot (process {bot.pid}) is using" in said
        assert "Stop it first" in said


async def test_a_bot_that_still_waits_for_telegram_stops_at_once(here: Machine) -> None:
    async with here.running(GONGDAO_API_BASE_URL="http://127.0.0.1:1") as bot:
        assert bot.stderr is not None
        while b"does not answer yet" not in await bot.stderr.readline():
            pass
        code, seconds = await _stops(bot)

    assert (code, seconds < STOPS_WITHIN) == (0, True)


async def test_a_send_that_hangs_does_not_hold_up_the_stop_and_is_sent_after_the_next_start(
    here: Machine,
) -> None:
    async with _hanging() as (url, sending):
        async with here.running(GONGDAO_API_BASE_URL=url) as bot:
            async with asyncio.timeout(PATIENCE):
                await sending.wait()
            code, seconds = await _stops(bot)
        waiting = here.reads("SELECT count(*) FROM outbox WHERE state = 'waiting'")

    assert (code, seconds < STOPS_WITHIN) == (0, True)
    assert waiting == [(1,)]
    assert here.reads("SELECT state FROM inbox") == [("done",)]


async def _stops(bot: Process) -> tuple[int | None, float]:
    began = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    code, _ = await ended(bot)
    return code, time.monotonic() - began


async def _hears(notify: socket.socket, words: str) -> str:
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(PATIENCE):
        while words not in (heard := (await loop.sock_recv(notify, 1024)).decode()):
            pass
    return heard


@asynccontextmanager
async def _hanging() -> AsyncIterator[tuple[str, asyncio.Event]]:
    """A Bot API that has one update, and never answers a message."""
    sending, closing_down = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        results: dict[str, object] = {
            "getMe": {"id": 1, "is_bot": True, "first_name": "b", "username": "b_bot"},
            "getUpdates": [HELLO],
            "clock": None,
        }
        if method == "clock":
            if "after" in request.query:
                await closing_down.wait()
            return web.json_response({"seq": 1, "now": NOW.isoformat(), "running": False})
        if method == "sendMessage":
            sending.set()
        if method == "sendMessage" or (method == "getUpdates" and b'"offset":2' in await request.read()):
            await closing_down.wait()
        return web.json_response({"ok": True, "result": results.get(method, True)})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", sending
    finally:
        closing_down.set()
        await runner.cleanup()
