"""Opens the database: SQLite in WAL mode, every write transaction begun at once, one writer at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.in_place import opening, take_the_lock

BUSY_MS = 10_000
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
READING = "is_reading"


class Database:
    """One database file. Writers of this process queue on a lock; other processes are waited for by SQLite."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._turn_to_write = asyncio.Lock()
        self._locked_out: sqlite3.OperationalError | None = None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A write transaction: committed at the end, rolled back whole by any exception.

        sqlite3.OperationalError if another process held the lock for too long; from then on whoever is next gets it at
        once.
        """
        async with self._turn_to_write:
            if self._locked_out:
                raise self._locked_out
            try:
                async with self.engine.begin() as connection:
                    yield connection
            except sqlite3.OperationalError as fault:
                self._locked_out = fault
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that sees one state of the database and holds up nobody; writing in it is a mistake."""
        async with self.engine.connect() as connection:
            await connection.execution_options(**{READING: True})
            yield connection

    async def close(self) -> None:
        """Let go of the file."""
        await self.engine.dispose()


def open_database(path: Path, busy_ms: int = BUSY_MS) -> Database:
    """The database in that file; its folder must exist, the file is made if it is missing.

    Another process that writes is waited for at most `busy_ms`.
    """
    url = f"sqlite+aiosqlite:///{path}"
    # names, texts and wages are bound values: they must not stand in the words of a fault
    engine = create_async_engine(
        url, creator=opening(path, lambda: engine.dialect.dbapi), hide_parameters=True
    )
    event.listen(engine.sync_engine, "connect", partial(_on_connect, busy_ms))
    event.listen(engine.sync_engine, "begin", _on_begin)
    return Database(engine)


def _on_connect(busy_ms: int, connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    # without this the driver begins transactions by itself, deferred, and read-modify-write loses updates
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={busy_ms}", *PRAGMAS):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    if connection.get_execution_options().get(READING, False):
        connection.exec_driver_sql("BEGIN")
    else:
        take_the_lock(connection.connection.dbapi_connection)
