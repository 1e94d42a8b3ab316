"""Erases tips whose time is over, with their files and marks."""

import asyncio
from datetime import timedelta

from sqlalchemy import delete

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.storage.tables import tip_marks
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.erase_tips import erase_tips

EVERY = 3600.0


class TipEraser:
    """Looks at once, then every hour."""

    def __init__(self, units: UnitsOfWork, clock: Clock, folder: EvidenceFolder, keep_for: timedelta) -> None:
        self._units = units
        self._clock = clock
        self._folder = folder
        self._keep_for = keep_for

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.erase()
            await asyncio.sleep(EVERY)

    async def erase(self) -> None:
        """Erase what is due: the rows first, so that a file is never missed."""
        async with self._units.open(self._clock.now()) as uow:
            over, files = await erase_tips(self._keep_for, uow=uow)
            numbers = [tip.number for tip in over]
            await uow.connection.execute(delete(tip_marks).where(tip_marks.c.tip.in_(numbers)))
        for sha256 in files:
            self._folder.forget(sha256)
