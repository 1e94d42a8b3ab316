"""Notes when Telegram was last heard, and after more than a day without it tells who may have lost a message."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.storage.ticks import last_tick, tick
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.actions.deadline.tell_of_absence import tell_of_absence

HEARD = "heard"
# for so long Telegram keeps updates that nobody fetches
KEPT_FOR = timedelta(hours=24)
NOTED_EVERY = timedelta(minutes=1)


class Presence:
    """Of this process; `time` are seconds that pass whatever a sandbox's clock is set to."""

    def __init__(
        self,
        units: UnitsOfWork,
        clock: Clock,
        on_done: Callable[[SqlUnitOfWork], None],
        time: Callable[[], float] = lambda: asyncio.get_running_loop().time(),
    ) -> None:
        self._units = units
        self._clock = clock
        self._on_done = on_done
        self._time = time
        self._heard: float | None = None
        self._noted: float | None = None

    async def heard(self) -> None:
        """Telegram has answered: to be called before its updates are kept."""
        now, passed = self._clock.now(), self._time()
        away = await self._away(now, passed)
        self._heard = passed
        if away > KEPT_FOR or self._is_to_note(passed):
            async with self._units.open(now) as uow:
                await tick(uow.connection, HEARD, now)
                if away > KEPT_FOR:
                    await tell_of_absence(now - away, uow=uow)
            self._noted = passed
            self._on_done(uow)

    async def _away(self, now: datetime, passed: float) -> timedelta:
        """For how long nothing was heard; across a restart by the clock, which a sandbox may leap otherwise."""
        if self._heard is not None:
            return timedelta(seconds=passed - self._heard)
        async with self._units.database.reading() as connection:
            last = await last_tick(connection, HEARD)
        return now - last if last else timedelta()

    def _is_to_note(self, passed: float) -> bool:
        return self._noted is None or timedelta(seconds=passed - self._noted) >= NOTED_EVERY
