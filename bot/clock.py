"""What time it is: the system's own, or the sandbox's, which people can stop and wind forward."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import aiohttp

AGAIN_AFTER = 0.5
HELD_FOR = aiohttp.ClientTimeout(total=60)


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...

    def seconds_until(self, at: datetime) -> float | None:
        """How long to wait for that instant; None if it does not come by itself."""
        ...

    def passes(self, at: datetime) -> datetime:
        """The instant at which something due by then happens, now that its time has come."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def seconds_until(self, at: datetime) -> float | None:
        """How long to wait for that instant."""
        return max(0.0, (at - self.now()).total_seconds())

    def passes(self, at: datetime) -> datetime:
        """Now, whenever it was due."""
        _ = at
        return self.now()


class SandboxClock:
    """The clock of a sandbox, followed over HTTP; `on_change` is called whenever somebody moved it."""

    def __init__(self, url: str, on_change: Callable[[], None]) -> None:
        self._url = url
        self._on_change = on_change
        self._seq: int | None = None
        self._first: datetime | None = None
        self._at = datetime.now(UTC)
        self._ahead: timedelta | None = None

    def now(self) -> datetime:
        """The sandbox's instant, in UTC."""
        return self._at if self._ahead is None else datetime.now(UTC) + self._ahead

    def seconds_until(self, at: datetime) -> float | None:
        """How long to wait; None for an instant ahead of a clock that stands still."""
        left = max(0.0, (at - self.now()).total_seconds())
        return None if left and self._ahead is None else left

    def passes(self, at: datetime) -> datetime:
        """The instant itself, as if time had passed by it; now, if it lies before this process began to follow."""
        return self.now() if self._first is None or at < self._first else min(at, self.now())

    async def read(self) -> None:
        """Ask for the time; answered at once the first time, later when somebody moves the clock."""
        parameters = {} if self._seq is None else {"after": str(self._seq)}
        async with (
            aiohttp.ClientSession(timeout=HELD_FOR, raise_for_status=True) as session,
            session.get(self._url, params=parameters) as answer,
        ):
            self._set(await answer.json())

    async def follow(self) -> None:
        """Keep reading, for ever; a sandbox that is away is asked again."""
        while True:
            try:
                await self.read()
            except (aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(AGAIN_AFTER)

    def _set(self, reading: dict[str, Any]) -> None:
        is_news = reading["seq"] != self._seq
        self._seq = reading["seq"]
        self._at = datetime.fromisoformat(reading["now"]).astimezone(UTC)
        self._ahead = self._at - datetime.now(UTC) if reading["running"] else None
        self._first = self._first or self._at
        if is_news:
            self._on_change()
