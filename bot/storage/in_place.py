"""Runs SQLite's calls in the event loop's own thread, and only what waits for the disk in another one.

A statement that finds its pages in memory takes microseconds; handing it to a thread and back takes hundreds. Taking
the write lock and committing do wait: they run in the connection's thread, while the loop goes on.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import await_only

ROWS_AT_ONCE = 64
LAST_WORD_WITHIN = 1.0
TAKES_THE_LOCK = "BEGIN IMMEDIATE"


class AtOnce(Awaitable[None]):
    """Something to await that is there already; SQLAlchemy insists that a driver awaits in every call."""

    def __await__(self) -> Generator[Any, None, None]:
        """Nothing to wait for."""
        yield from ()


AT_ONCE = AtOnce()


class InPlaceCursor(sqlite3.Cursor):
    """The plain driver's cursor, with what SQLAlchemy asks of an asynchronous one."""

    server_side = False

    def execute(self, *asked: Any) -> "InPlaceCursor":  # noqa: ANN401 - as the driver declares it
        """Run a statement here and now."""
        await_only(AT_ONCE)
        super().execute(*asked)
        return self

    def executemany(self, *asked: Any) -> "InPlaceCursor":  # noqa: ANN401 - as the driver declares it
        """Run a statement for many rows, here and now."""
        await_only(AT_ONCE)
        super().executemany(*asked)
        return self

    async def _async_soft_close(self) -> None:
        """Rows are read from here when they are wanted; there is nothing to wait for."""


class InPlaceConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors work in place."""

    __slots__ = ()

    def cursor(self, server_side: bool = False) -> Any:  # noqa: ANN401 - declared as the library's own cursor
        """A cursor of the plain driver."""
        _ = server_side
        return self._connection._conn.cursor(InPlaceCursor)  # noqa: SLF001 - the driver's connection, as SQLAlchemy uses it


def opening(path: Path, dbapi: Callable[[], Any]) -> Callable[[], InPlaceConnection]:
    """What the engine calls (as `creator`) to open that file; `dbapi` gives its dialect's driver."""

    def open_one() -> InPlaceConnection:
        connection = aiosqlite.Connection(
            lambda: sqlite3.connect(path, check_same_thread=False), ROWS_AT_ONCE
        )
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for its own
        try:
            opened: Any = await_only(connection)
        except BaseException:
            # its thread says a last word to the loop, which may be closed soon
            connection._thread.join(LAST_WORD_WITHIN)  # noqa: SLF001 - as above
            raise
        return InPlaceConnection(dbapi(), opened)

    return open_one


def take_the_lock(connection: Any) -> None:  # noqa: ANN401 - the adapted connection
    """Begin a write transaction, waiting for other processes in the connection's own thread."""
    await_only(connection._connection.execute(TAKES_THE_LOCK))  # noqa: SLF001 - as above


def say_at_once(connection: AsyncConnection, statement: str) -> None:
    """Run a statement without values and rows on the driver's own connection; the library hears nothing of it."""
    ours: Any = connection.sync_connection
    ours.connection.dbapi_connection._connection._conn.execute(statement)  # noqa: SLF001 - as above
