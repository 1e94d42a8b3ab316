"""A bell between tasks: rung by many, heard by one, never missed."""

import asyncio
from contextlib import suppress


class Signal:
    """Ringing while nobody listens is kept for the next who does; several rings in between count as one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake the listener."""
        self._event.set()

    async def wait(self, seconds: float | None = None) -> None:
        """Until it has rung, or that many seconds have passed (None: for as long as it takes)."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        self._event.clear()
