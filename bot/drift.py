"""Looks for what this program would compute otherwise than what people have before them, a few cases at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Final

from bot.attempt import attempt
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.figures.find_drift import PUT, UNDER_WAY, find_drift
from core.model.case import Stage
from core.model.drift import Drift

# so few that a press in between need not wait, and then a rest that is longer than the look
AT_ONCE: Final = 10
REST: Final = 0.05
Now = Callable[[], datetime]
logger = logging.getLogger(__name__)


async def drift_in(
    units: UnitsOfWork, now: Now, stages: Collection[Stage] = PUT, rest: float = 0.0
) -> AsyncIterator[Drift]:
    """Every difference there is, by case; between two looks the loop goes on for so many seconds."""
    async with units.reading(now()) as uow:
        ids = await uow.waits.case_ids(tuple(stages))
    for first in range(0, len(ids), AT_ONCE):
        async with units.reading(now()) as uow:
            found = await find_drift(ids[first : first + AT_ONCE], uow=uow)
        for drift in found:
            yield drift
        await asyncio.sleep(rest)


@asynccontextmanager
async def looking_for_drift(units: UnitsOfWork, now: Now) -> AsyncIterator[None]:
    """Beside everything else, log each difference in what is under way; nothing of anybody's is changed.

    Closed cases are left to `gongdao check`: they may be a million.
    """
    looking = asyncio.create_task(attempt(log_drift(units, now), "looking for drift"))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


async def log_drift(units: UnitsOfWork, now: Now) -> None:
    """Log each difference once."""
    async for drift in drift_in(units, now, UNDER_WAY, REST):
        logger.warning("case %s, figures %s: %s: %s", drift.number, drift.version, drift.kind, drift.said)
