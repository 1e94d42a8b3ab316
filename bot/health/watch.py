"""The watch-dog: tells the admins once when something that should have gone out did not, and once when all is well again."""

import asyncio
import logging
from collections.abc import Callable

from bot.admins import tell_admins
from bot.clock import Clock
from bot.health.reading import read_vitals
from bot.health.vitals import Vitals
from bot.health.watching import Watching
from bot.storage.ticks import ALIVE, LATE, forget_tick, tick
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.model.message import Message, Urgency

LOOK_EVERY = 30.0
# after so many looks without an answer, the bot hangs
LOOKS_MISSED = 4
# what is late at two looks is late; what the first sees may be about to leave, after a start or a leap of the clock
LOOKS = 2
logger = logging.getLogger(__name__)


class Watch:
    """The one watch-dog of this process; `now` is the loop's own time, in seconds."""

    def __init__(
        self,
        units: UnitsOfWork,
        clock: Clock,
        watching: Watching,
        time: Callable[[], float] = lambda: asyncio.get_running_loop().time(),
    ) -> None:
        self._units = units
        self._clock = clock
        self._watching = watching
        self._time = time
        self._looked_at = time()
        self._late_looks = 0

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY)

    def is_well(self) -> bool:
        """Whether it still gets to look; if not, something holds up the whole process."""
        return self._time() - self._looked_at < LOOK_EVERY * LOOKS_MISSED

    async def vitals(self) -> Vitals:
        """The vital signs now."""
        async with self._units.database.reading() as connection:
            return await read_vitals(
                connection, self._clock.now(), self._watching.data, self._watching.published
            )

    async def look(self) -> None:
        """Note that the bot is alive, and raise or clear the alarm."""
        vitals = await self.vitals()
        self._late_looks = self._late_looks + 1 if self._is_late(vitals) else 0
        async with self._units.open(vitals.now) as uow:
            await tick(uow.connection, ALIVE, vitals.now)
            if self._late_looks >= LOOKS and not vitals.late_since:
                await self._raise(vitals, uow)
            elif vitals.late_since and not self._late_looks:
                await self._clear(vitals, uow)
        self._looked_at = self._time()

    def _is_late(self, vitals: Vitals) -> bool:
        """A timer did not ring, or a message stays behind while others leave; without a network nothing is late."""
        late = self._watching.limits.late
        is_sending = vitals.sent_at is not None and vitals.now - vitals.sent_at < late
        is_left_behind = vitals.outbox.waits_for(vitals.now) > late and is_sending
        return is_left_behind or vitals.timers.waits_for(vitals.now) > late

    async def _raise(self, vitals: Vitals, uow: SqlUnitOfWork) -> None:
        logger.error("late: %s timers, %s messages", vitals.timers.count, vitals.outbox.count)
        await tick(uow.connection, LATE, vitals.now)
        waits = max(vitals.timers.waits_for(vitals.now), vitals.outbox.waits_for(vitals.now))
        data = {"timers": vitals.timers.count, "messages": vitals.outbox.count, "waits": waits}
        await _tell("watch_alarm", vitals, data, uow)

    async def _clear(self, vitals: Vitals, uow: SqlUnitOfWork) -> None:
        logger.info("nothing is late any more")
        await forget_tick(uow.connection, LATE)
        await _tell("watch_clear", vitals, {"since": vitals.late_since}, uow)


async def _tell(template: str, vitals: Vitals, data: dict[str, object], uow: SqlUnitOfWork) -> None:
    since = vitals.late_since or vitals.now
    once = f"{template}:{since.isoformat()}"
    await tell_admins(Message(template=template, data=data, once=once, urgency=Urgency.URGENT), uow=uow)
