"""Clocks that run, as rows."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import timers
from bot.storage.upsert import insert_or_update
from core.model.timer import Timer

NAMES = tuple(field.name for field in fields(Timer) if field.name != "id")
MOVED = tuple(name for name in NAMES if name != "key")
STARTING = insert_or_update(timers, ["key"], MOVED, timers.c.rung_at.is_(None))
STOPPING = (
    update(timers)
    .where(timers.c.key == bindparam("the_key"), timers.c.rung_at.is_(None), timers.c.stopped_at.is_(None))
    .values(stopped_at=bindparam("at"))
)
IS_RUNNING = timers.c.rung_at.is_(None) & timers.c.stopped_at.is_(None)


class TableTimers:
    """Clocks in the table `timers`, within one transaction; `has_changed` tells whether any was started."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.has_changed = False

    async def start(self, timer: Timer) -> None:
        """Start it, or move its due time if the key is running; a key that has rung is left alone."""
        self.has_changed = True
        await self._connection.execute(STARTING, {name: getattr(timer, name) for name in NAMES})

    async def stop(self, key: str) -> None:
        """Stop it if it is running."""
        await self._connection.execute(STOPPING, {"the_key": key, "at": self._now})

    async def running(self, prefix: str) -> tuple[Timer, ...]:
        """Clocks still running whose key starts so."""
        starts_so = timers.c.key.startswith(prefix, autoescape=True)
        result = await self._connection.execute(
            select(timers).where(IS_RUNNING, starts_so).order_by(timers.c.key)
        )
        return tuple(Timer(**row) for row in result.mappings())

    async def next_due(self) -> Timer | None:
        """The running clock that is due first."""
        due_first = select(timers).where(IS_RUNNING).order_by(timers.c.due_at, timers.c.id).limit(1)
        row = (await self._connection.execute(due_first)).mappings().first()
        return None if row is None else Timer(**row)

    async def ring(self, timer_id: int) -> None:
        """Mark it as rung now; it never rings again."""
        await self._connection.execute(
            update(timers).where(timers.c.id == timer_id).values(rung_at=self._now)
        )
