"""Runs SQLite's calls in the event loop's own thread, and only what waits for the disk in another one."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite

ROWS_AT_ONCE = 64
TAKES_THE_LOCK = "BEGIN IMMEDIATE"
DONE_IN_PLACE = ("cursor", "rollback")


class InPlaceConnection(aiosqlite.Connection):
    """A connection whose statements cost microseconds instead of two changes of thread each.

    Taking the write lock and committing wait for the disk: they, and whatever else is asked of the connection
    itself, still run in its own thread.
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as declared there
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        if _waits(fn, args):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)


def opening(path: Path) -> Callable[..., InPlaceConnection]:
    """What `create_async_engine` calls (as `async_creator`) to open that file."""

    def open_one(*_args: object, **_options: object) -> InPlaceConnection:
        connection = InPlaceConnection(lambda: sqlite3.connect(path, check_same_thread=False), ROWS_AT_ONCE)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for its own
        return connection

    return open_one


def _waits(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    if isinstance(getattr(fn, "__self__", None), sqlite3.Connection):
        return fn.__name__ not in DONE_IN_PLACE
    return args[:1] == (TAKES_THE_LOCK,)
