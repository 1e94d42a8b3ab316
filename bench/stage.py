"""One round of one contestant: a fresh server and a fresh bot, a burst, then paced updates."""

import asyncio
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp
import psutil

from bench.child import free_port, python, running
from bench.contestants import Contestant
from bench.fake_api import HOST
from bench.options import Options

FIRST_CHAT = 1_000_000
WARM_CHATS = 200
START_SECONDS = 60
PATIENCE_SECONDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round measured. Rates are updates a second, times milliseconds, memory MiB."""

    rate: float
    cpu_per_update: float
    p50: float
    p95: float
    p99: float
    start: float
    memory: float
    unanswered: int
    kept: int | None = None


class Driver:
    """The hand on the fake server's controls."""

    def __init__(self, origin: str, session: aiohttp.ClientSession) -> None:
        self._origin = origin
        self._session = session

    async def until_polled(self, bot: asyncio.subprocess.Process) -> None:
        """Wait until the server is up and a bot asks it for updates."""
        async with asyncio.timeout(START_SECONDS):
            while bot.returncode is None:
                try:
                    async with self._session.get(f"{self._origin}/load/polled") as answer:
                        if await answer.json():
                            return
                except aiohttp.ClientError:
                    await asyncio.sleep(0.02)
        raise SystemExit(f"the bot ended with {bot.returncode} before its first poll")

    async def load(self, chats: range, text: str, per_second: float = 0) -> dict[str, float]:
        """Let each of these chats say `text`; the measurements when all are answered or nothing moves any more."""
        await self._post("begin", {})
        load = {"count": len(chats), "chats": len(chats), "first_chat": chats.start}
        await self._post("feed", {**load, "per_second": per_second, "text": text})
        query = {"answers": str(len(chats)), "patience": str(PATIENCE_SECONDS)}
        async with self._session.get(f"{self._origin}/load/wait", params=query) as answer:
            return dict(await answer.json())

    async def _post(self, what: str, body: dict[str, object]) -> None:
        async with self._session.post(f"{self._origin}/load/{what}", json=body) as answer:
            answer.raise_for_status()


async def round_of(contestant: Contestant, options: Options) -> Round:
    """Start everything, measure, stop everything."""
    origin = f"http://{HOST}:{(port := free_port())}"
    chats = range(FIRST_CHAT, FIRST_CHAT + options.burst + options.paced)
    with tempfile.TemporaryDirectory(prefix="gongdao-bench-") as folder:
        command = await asyncio.to_thread(contestant.command, origin, Path(folder), chats)
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session,
            running(python("fake_api", str(port), str(options.delay))),
        ):
            one = await _measured(contestant, options, Driver(origin, session), (command, chats))
        return replace(one, kept=contestant.kept and contestant.kept(Path(folder)))


async def _measured(
    contestant: Contestant, options: Options, driver: Driver, prepared: tuple[list[str], range]
) -> Round:
    command, chats = prepared
    started = time.perf_counter()
    async with running(command) as bot:
        await driver.until_polled(bot)
        start = time.perf_counter() - started
        await _greet(contestant, driver, chats)
        watched = psutil.Process(bot.pid)
        cpu = _cpu(watched)
        burst = await driver.load(chats[: options.burst], contestant.text)
        cpu = _cpu(watched) - cpu
        paced = await driver.load(chats[options.burst :], contestant.text, options.per_second)
        memory = watched.memory_info().rss / 2**20
    return Round(
        rate=burst["answered"] / burst["seconds"] if burst["seconds"] else 0.0,
        cpu_per_update=cpu / max(burst["answered"], 1) * 1000,
        p50=paced["p50"] * 1000,
        p95=paced["p95"] * 1000,
        p99=paced["p99"] * 1000,
        start=start * 1000,
        memory=memory,
        unanswered=int(len(chats) - burst["answered"] - paced["answered"]),
    )


async def _greet(contestant: Contestant, driver: Driver, chats: range) -> None:
    if contestant.greeting:
        await driver.load(chats, contestant.greeting)
    else:
        await driver.load(range(FIRST_CHAT - WARM_CHATS, FIRST_CHAT), contestant.text)
    await asyncio.sleep(1)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
