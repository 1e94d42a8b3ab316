"""Empties raw updates that were handled long enough ago; their ids stay, so that none is ever handled twice."""

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import update

from bot.clock import Clock
from bot.inbox.state import InboxState
from bot.storage.tables import inbox
from bot.storage.unit_of_work import UnitsOfWork

EVERY = 3600.0
EMPTY = ""
logger = logging.getLogger(__name__)


class Eraser:
    """Looks at once, then every hour; `keep_for` counts from when an update was received."""

    def __init__(self, units: UnitsOfWork, clock: Clock, keep_for: timedelta) -> None:
        self._units = units
        self._clock = clock
        self._keep_for = keep_for

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.erase()
            await asyncio.sleep(EVERY)

    async def erase(self) -> None:
        """Empty what is due; an update that was set aside stays for whoever looks into it."""
        before = self._clock.now() - self._keep_for
        due = (inbox.c.state == InboxState.DONE.value, inbox.c.raw != EMPTY, inbox.c.received_at < before)
        async with self._units.open(self._clock.now()) as uow:
            erased = await uow.connection.execute(update(inbox).where(*due).values(raw=EMPTY))
        if erased.rowcount:
            logger.info("emptied %s raw updates", erased.rowcount)
