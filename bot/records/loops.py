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
        self._reader = EarlierReader(wire, units, clock, committed)
        self._carrier = Carrier(wire, units, clock, committed)
        self._exporter = Exporter(wire, units, clock, committed)

    async def run(self) -> None:
        """All of them, for ever."""
        async with asyncio.TaskGroup() as group:
            for loop in (self._reader, self._carrier, self._exporter):
                group.create_task(loop.run())

    def committed(self, uow: SqlUnitOfWork) -> None:
        """There may be something to do: only then are they woken, for most of what is committed is nothing to them."""
        if uow.earlier_files.has_changed:
            self._reader.received.ring()
        if uow.earlier_files.has_changed or uow.imports.has_changed:
            self._carrier.received.ring()
        if uow.records_exports.has_changed:
            self._exporter.received.ring()
