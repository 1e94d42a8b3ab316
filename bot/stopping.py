"""The wish to stop: heard from the first moment on, also by what is still waiting to begin."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class StopAsked(Exception):
    """Somebody asked the bot to stop before it had begun."""


def stop_asked() -> asyncio.Event:
    """Set at SIGTERM or SIGINT from now on."""
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    return asked


async def unless(asked: asyncio.Event, work: Coroutine[Any, Any, Result]) -> Result:
    """What the work gives; StopAsked, and the work cut off, if a stop is asked for first."""
    working = asyncio.ensure_future(work)
    waiting = asyncio.ensure_future(asked.wait())
    try:
        await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise StopAsked
    finally:
        for task in (working, waiting):
            task.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
