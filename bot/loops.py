"""The loops of a running bot, each ringing the bells of the others."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from bot.clock import Clock
from bot.dispatch import Dispatcher
from bot.editions.reader import EditionReader
from bot.erasing import Eraser
from bot.evidence.fetcher import Fetcher
from bot.evidence.folder import EvidenceFolder
from bot.inbox.poller import Poller
from bot.inbox.presence import Presence
from bot.inbox.worker import Worker
from bot.keeping import Keeping
from bot.outbox.marking import Marking
from bot.outbox.missed import put_on_paper
from bot.outbox.sender import Sender
from bot.payroll.wages_reader import WagesReader
from bot.records.loops import RecordLoops
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.timers.loop import TimerLoop
from bot.tips.loops import TipLoops
from bot.transport import Wire
from handlers.joining import stranger_arrived
from handlers.routes import Routes

# the whole stop takes five seconds at most; closing what is open needs the rest
FINISH_WITHIN = 4.0


class Loops:
    """Poller, worker, timers, sender, fetcher and eraser over one database and one wire."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, routes: Routes, keeping: Keeping, moved: Signal
    ) -> None:
        dispatcher = Dispatcher(routes, stranger_arrived, wire.username)
        self._tips = TipLoops(wire, units, clock, keeping)
        self._worker = Worker(units, dispatcher, clock, self._committed, self._tips.desk)
        presence = Presence(units, clock, self._committed)
        self._poller = Poller(
            wire, units.database, clock, self._worker.kept.ring, presence.heard, self._tips.gate
        )
        self._timers = TimerLoop(units, routes.rings, clock, moved, self._committed)
        self._sender = Sender(wire, units, clock, Marking(put_on_paper), keeping.delivery)
        self._fetcher = Fetcher(wire, units, clock, EvidenceFolder(keeping.evidence))
        self._wages = WagesReader(wire, units, clock, self._committed)
        self._editions = EditionReader(wire, units, clock, self._committed)
        self._records = RecordLoops(wire, units, clock, self._committed)
        self._eraser = Eraser(units, clock, keeping.raw_for, EvidenceFolder(keeping.evidence))

    async def run(
        self,
        stop: asyncio.Event,
        watch: Callable[[], Coroutine[Any, Any, None]] | None = None,
        on_stopping: Callable[[], None] = lambda: None,
    ) -> None:
        """Until `stop` is set; then what is in hand is finished, for at most five seconds. A loop's fault ends all.

        `watch` runs beside the loops.
        """
        async with asyncio.TaskGroup() as group:
            endless = [
                group.create_task(loop.run())
                for loop in (
                    self._poller,
                    self._fetcher,
                    self._wages,
                    self._editions,
                    self._records,
                    self._eraser,
                    self._tips,
                )
            ]
            endless += [group.create_task(watch())] if watch else []
            working = [group.create_task(self._worker.run()), group.create_task(self._timers.run())]
            sending = group.create_task(self._sender.run())
            await stop.wait()
            on_stopping()
            for task in endless:
                task.cancel()
            await self._finish(working, sending)

    async def _finish(self, working: list[asyncio.Task[None]], sending: asyncio.Task[None]) -> None:
        try:
            async with asyncio.timeout(FINISH_WITHIN):
                self._worker.stop()
                self._timers.stop()
                await asyncio.gather(*working)
                self._sender.stop()
                await sending
        except TimeoutError:
            for task in (*working, sending):
                task.cancel()

    def _committed(self, uow: SqlUnitOfWork) -> None:
        self._sender.queued.ring()
        self._fetcher.received.ring()
        self._wages.received.ring()
        self._editions.received.ring()
        self._records.committed(uow)
        self._tips.committed()
        if uow.clocks.has_changed:
            self._timers.moved.ring()
