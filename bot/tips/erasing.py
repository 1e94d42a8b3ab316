"""Erases tips whose time is over, with their files and marks, and the files of those that were taken back."""

from datetime import timedelta

from sqlalchemy import delete

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.hourly import every_hour
from bot.signal import Signal
from bot.storage.tables import tip_marks
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.tip.erase_tips import erase_tips


class TipEraser:
    """Looks at once, then every hour, and when `withdrawn` is rung."""

    def __init__(self, units: UnitsOfWork, clock: Clock, folder: EvidenceFolder, keep_for: timedelta) -> None:
        self.withdrawn = Signal()
        self._units = units
        self._clock = clock
        self._folder = folder
        self._keep_for = keep_for

    async def run(self) -> None:
        """Go on until cancelled."""
        await every_hour(self.erase, self.withdrawn)

    async def erase(self) -> None:
        """Erase what is due: the rows first, so that a file is never missed."""
        async with self._units.open(self._clock.now()) as uow:
            over, files = await erase_tips(self._keep_for, uow=uow)
            numbers = [tip.number for tip in over]
            await uow.connection.execute(delete(tip_marks).where(tip_marks.c.tip.in_(numbers)))
        for sha256 in files:
            self._folder.forget(sha256)
