"""What an update costs: from the update to the rows that answer it, and then all of it is undone."""

import gc
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import Update

from bench.scale import hands
from bot.all_routes import all_routes
from bot.dispatch import Dispatcher
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.errors import Refusal
from handlers.joining import stranger_arrived

PATIENCE_SECONDS = 20.0
Work = Callable[[SqlUnitOfWork], Awaitable[object]]


class Undone(Exception):
    """It was only to see how long it takes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds: of processor time, which a busy machine changes little, and from begin to end."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Of many runs of one thing; `refused` is why it was not done."""

    name: str
    limit: float
    runs: tuple[Cost, ...]
    refused: str = ""

    def cpu(self, percent: int) -> float:
        """Milliseconds of processor time that so many percent stay within."""
        return _percentile([one.cpu for one in self.runs], percent)

    def wall(self, percent: int) -> float:
        """Milliseconds from begin to end that so many percent stay within."""
        return _percentile([one.wall for one in self.runs], percent)


class Costing:
    """Does things on a company's database, each in a transaction of its own that is rolled back."""

    def __init__(self, units: UnitsOfWork, runs: int) -> None:
        self._units = units
        self._runs = runs
        self._dispatcher = Dispatcher(all_routes(), stranger_arrived, "scale_bot")

    async def of_update(self, name: str, update: hands.Update, limit: float = 0.0) -> Costs:
        """Handle the update again and again, the first time unmeasured: statements and templates are made then."""
        refusals: list[str] = []
        heard = Update.de_json(update, None)
        sender = heard.effective_user.id if heard.effective_user else 0

        async def handled(uow: SqlUnitOfWork) -> None:
            await uow.meet({sender})
            try:
                await self._dispatcher.handle(heard, uow)
            except Refusal as refusal:
                refusals.append(refusal.what)
            await uow.flush()

        costs = await self.of_work(name, handled, limit)
        return Costs(name, limit, costs.runs, refusals[0] if refusals else "")

    async def of_work(self, name: str, work: Work, limit: float = 0.0) -> Costs:
        """The same of anything that needs a unit of work."""
        await self._once(work)
        begun, runs = time.perf_counter(), list[Cost]()
        gc.collect()
        while len(runs) < self._runs and time.perf_counter() - begun < PATIENCE_SECONDS:
            runs.append(await self._once(work))
        return Costs(name, limit, tuple(runs))

    async def _once(self, work: Work) -> Cost:
        cpu = wall = 0.0
        with suppress(Undone):
            async with self._units.open(datetime.now(UTC)) as uow:
                cpu, wall = time.process_time(), time.perf_counter()
                await work(uow)
                cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
                raise Undone
        return Cost(cpu * 1000, wall * 1000)


def _percentile(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]
