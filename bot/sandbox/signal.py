"""A bell that wakes everybody who waits for the next change."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Signal:
    """Rung at every change; waiters look again each time it rings."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()
        self._is_closed = False

    def ring(self) -> None:
        """Wake all who wait now."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    def close(self) -> None:
        """Wake all and let nobody wait again; used when the server stops."""
        self._is_closed = True
        self.ring()

    @property
    def is_closed(self) -> bool:
        """Whether the server is stopping."""
        return self._is_closed

    async def until(self, look: Callable[[], Found | None], *, seconds: float) -> Found | None:
        """What `look` finds, at once or after a change; None when the seconds (real time) are over."""
        loop = asyncio.get_running_loop()
        limit = loop.time() + seconds
        while (found := look()) is None:
            if self._is_closed or loop.time() >= limit:
                return None
            await self._next(limit - loop.time())
        return found

    async def _next(self, seconds: float) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await asyncio.wait([waiter], timeout=seconds)
        finally:
            self._waiting.discard(waiter)
