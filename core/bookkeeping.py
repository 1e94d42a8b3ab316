"""What is kept beside the shelves: the log, counters, clocks that run."""

from collections.abc import Mapping
from typing import Protocol

from core.model.log import LogRow
from core.model.timer import Timer


class Log(Protocol):
    """The append-only, hash-chained log."""

    async def write(self, row: LogRow) -> None:
        """Append one row."""
        ...

    async def head(self) -> str:
        """The hash of the last row before this transaction; empty if there is none."""
        ...

    async def of_case(self, case_id: int) -> tuple[Mapping[str, object], ...]:
        """The rows about that case before this transaction, with their hashes and words, as they are kept."""
        ...


class Numbers(Protocol):
    """Counters that never give a number twice."""

    async def next(self, name: str) -> int:
        """The next number of that series, from 1."""
        ...


class Timers(Protocol):
    """Clocks that run."""

    async def start(self, timer: Timer) -> None:
        """Start it, or move its due time if the key is running; a key that has rung is left alone."""
        ...

    async def stop(self, key: str) -> None:
        """Stop it if it is running."""
        ...

    async def running(self, prefix: str) -> tuple[Timer, ...]:
        """Clocks still running whose key starts so."""
        ...
