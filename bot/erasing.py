"""Empties raw updates and sent messages after some days, and erases wages; ids stay, so that nothing is done twice.

Of evidence it removes what was never written to its end.
"""

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import delete, text, update

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.hourly import every_hour
from bot.signal import Signal
from bot.storage.machine_tables import STILL_RAW, STILL_WORDED, inbox, outbox
from bot.storage.tables import searches
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.money.erase_wages import erase_wages

EMPTY = ""
logger = logging.getLogger(__name__)


class Eraser:
    """Looks at once, then every hour; `keep_for` counts from when it was received, or queued to be sent."""

    def __init__(
        self, units: UnitsOfWork, clock: Clock, keep_for: timedelta, evidence: EvidenceFolder
    ) -> None:
        self._units = units
        self._clock = clock
        self._keep_for = keep_for
        self._evidence = evidence

    async def run(self) -> None:
        """Go on until cancelled."""
        await every_hour(self.erase, Signal())

    async def erase(self) -> None:
        """Empty what is due; an update that was set aside stays for whoever looks into it."""
        before = self._clock.now() - self._keep_for
        # in the words of the indexes, which hold nothing else
        handled = (text(STILL_RAW), inbox.c.received_at < before)
        gone = (text(STILL_WORDED), outbox.c.queued_at < before)
        async with self._units.open(self._clock.now()) as uow:
            updates = await uow.connection.execute(update(inbox).where(*handled).values(raw=EMPTY))
            messages = await uow.connection.execute(update(outbox).where(*gone).values(payload=EMPTY))
            await uow.connection.execute(delete(searches).where(searches.c.asked_at < before))
            await erase_wages(uow=uow)
        await asyncio.to_thread(self._evidence.drop_unfinished)
        if updates.rowcount or messages.rowcount:
            logger.info("emptied %s raw updates, %s messages", updates.rowcount, messages.rowcount)
