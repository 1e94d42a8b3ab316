"""Instants by name that outlive the process: when the bot was last at work, since when something is late."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.machine_tables import ticks
from bot.storage.upsert import insert_or_update

ALIVE = "alive"
LATE = "late"

WRITING = insert_or_update(ticks, ["name"], ["at"])
READING = select(ticks.c.at).where(ticks.c.name == bindparam("of"))
FORGETTING = delete(ticks).where(ticks.c.name == bindparam("of"))


async def tick(connection: AsyncConnection, name: str, at: datetime) -> None:
    """Keep the instant under that name."""
    await connection.execute(WRITING, {"name": name, "at": at})


async def last_tick(connection: AsyncConnection, name: str) -> datetime | None:
    """The instant under that name; None if there is none."""
    result = await connection.execute(READING, {"of": name})
    found: datetime | None = result.scalar_one_or_none()
    return found


async def forget_tick(connection: AsyncConnection, name: str) -> None:
    """Keep nothing under that name."""
    await connection.execute(FORGETTING, {"of": name})
