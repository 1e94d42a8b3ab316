"""Does something at once, and then every hour."""

from collections.abc import Awaitable, Callable
from typing import Final

from bot.signal import Signal

HOUR: Final = 3600.0


async def every_hour(act: Callable[[], Awaitable[None]], bell: Signal) -> None:
    """Go on until cancelled; sooner than after an hour when the bell rings."""
    while True:
        await act()
        await bell.wait(HOUR)
