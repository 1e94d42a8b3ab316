"""From the command to the first poll of a bot with that database, and what it needs while nobody asks anything."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from bench.child import gongdao, python, running
from bench.fake_api import HOST
from bench.stage import Driver

REST_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds to the first poll, MiB then and after a rest, and the share of one core that the rest took."""

    seconds: float
    memory: float
    memory_later: float
    idle: float


async def start(folder: Path, port: int) -> Started:
    """Start the bot of that folder, whose configuration names a Bot API at that port, and stop it."""
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session,
        running(python("fake_api", str(port), "0")),
    ):
        driver, begun = Driver(f"http://{HOST}:{port}", session), time.perf_counter()
        async with running([*gongdao("--config", str(folder / "gongdao.toml")), "run"]) as bot:
            await driver.until_polled(bot)
            seconds, watched = time.perf_counter() - begun, psutil.Process(bot.pid)
            memory, cpu = watched.memory_info().rss, sum(watched.cpu_times()[:2])
            await asyncio.sleep(REST_SECONDS)
            idle = (sum(watched.cpu_times()[:2]) - cpu) / REST_SECONDS
            return Started(seconds, memory / 2**20, watched.memory_info().rss / 2**20, idle)
