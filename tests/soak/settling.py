"""Waits until a bot has nothing more to do."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.client import Sandbox

WITHIN = 600.0
STEP = 0.05
UNFINISHED = """
    select (select count(*) from inbox where state in ('waiting', 'held'))
        + (select count(*) from outbox where state = 'waiting')
        + (select count(*) from evidence where storing = 'to_fetch')
"""


async def settled(sandbox: Sandbox, data: Path) -> None:
    """Every update is taken and handled, every file fetched, every message sent; TimeoutError if that takes too long."""
    with closing(sqlite3.connect(f"file:{data / 'gongdao.sqlite3'}?mode=ro", uri=True)) as company:
        async with asyncio.timeout(WITHIN):
            while not await _is_done(sandbox, company):  # noqa: ASYNC110 - another process is writing
                await asyncio.sleep(STEP)


async def _is_done(sandbox: Sandbox, company: sqlite3.Connection) -> bool:
    is_quiet = await sandbox.is_quiet(milliseconds=0)
    return is_quiet and company.execute(UNFINISHED).fetchone() == (0,)
