"""Erases tips whose time is over, with their files and marks, and the files of those that were taken back."""

from datetime import timedelta

from sqlalchemy import delete

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.hourly import every_hour
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.tables import tip_marks
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.tip.erase_tips import drop_pieces, emptied_pieces, erase_tips


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
        """Erase what is due. A file is named until it is gone: a stop in between leaves none behind."""
        async with self._units.open(self._clock.now()) as uow:
            numbers = [tip.number for tip in await erase_tips(self._keep_for, uow=uow)]
            await uow.connection.execute(delete(tip_marks).where(tip_marks.c.tip.in_(numbers)))
            pieces = await emptied_pieces(uow=uow)
        if not pieces:
            return
        reached(Point.ERASING)
        for piece in pieces:
            self._folder.forget(piece.sha256)
        reached(Point.ERASING)
        async with self._units.open(self._clock.now()) as uow:
            await drop_pieces(pieces, uow=uow)
