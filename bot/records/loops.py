"""The three loops that bring records in and out beside the bot."""

import asyncio
from collections.abc import Callable

from bot.clock import Clock
from bot.records.carrier import Carrier
from bot.records.exporter import Exporter
from bot.records.reader import EarlierReader
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire


class RecordLoops:
    """Reader, carrier and exporter: a file is read while another is taken in."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, committed: Callable[[SqlUnitOfWork], None]
    ) -> None:
        self._loops = tuple(
            loop(wire, units, clock, committed) for loop in (EarlierReader, Carrier, Exporter)
        )

    async def run(self) -> None:
        """All of them, for ever."""
        async with asyncio.TaskGroup() as group:
            for loop in self._loops:
                group.create_task(loop.run())

    def committed(self) -> None:
        """There may be something to do."""
        for loop in self._loops:
            loop.received.ring()
