"""What the bot does for tips beside its other loops: the gate before the inbox, the desk behind it, answers and files."""

import asyncio

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.keeping import Keeping
from bot.storage.unit_of_work import UnitsOfWork
from bot.tips.desk import Desk
from bot.tips.erasing import TipEraser
from bot.tips.file_fetcher import TipFetcher
from bot.tips.gate import Gate
from bot.tips.letters import Letters
from bot.tips.marks import Marks
from bot.tips.own_key import TIPS_KEY, OwnKey
from bot.tips.postman import Postman
from bot.transport import Wire


class TipLoops:
    """Gate and desk for the others to use; `run` sends answers and fetches files."""

    def __init__(self, wire: Wire, units: UnitsOfWork, clock: Clock, keeping: Keeping) -> None:
        key = OwnKey(keeping.evidence.parent / TIPS_KEY)
        marks = Marks(key)
        self._public = keeping.tip_key
        self.gate = Gate(key, self._public, marks, keeping.album_time)
        self._postman = Postman(wire, units, clock, key, marks)
        folder = EvidenceFolder(keeping.evidence)
        self._fetcher = TipFetcher(wire, units, clock, folder, key)
        self._eraser = TipEraser(units, clock, folder, keeping.tips_for)
        letters = Letters(key, units.surroundings.wording)
        self.desk = Desk(key, letters, self._eraser.withdrawn.ring)

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._postman.run())
            group.create_task(self._eraser.run())
            if self._public is not None:
                group.create_task(self._fetcher.run(self._public))

    def committed(self) -> None:
        """A transaction has committed that may have brought something."""
        self._postman.queued.ring()
        self._fetcher.received.ring()
