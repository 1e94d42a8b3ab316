"""The one clock loop: rings what is due, each timer in a transaction of its own, and sleeps until the next.

A clock that was far ahead has rung what comes again and again for a day far off. When it is set back, what the nearer
days demand is waited for again; what has rung stays rung.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.admins import tell_admins
from bot.attempt import attempt
from bot.clock import Clock
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.actions.deadline.keep_digests import DIGEST
from core.actions.duty.open_periodic_duties import keep_calendar
from core.errors import Refusal
from core.model.message import Message, Urgency
from core.model.timer import Timer
from handlers.routes import Ring

TRIES = 3
REST = 0.3
# timers that another process started are found by looking
LOOK_EVERY = 5.0
# less is a clock that is being put right by its server
SET_BACK = timedelta(minutes=1)
logger = logging.getLogger(__name__)


class TimerLoop:
    """The loop of this process; `moved` is rung when a timer was started or the clock was set."""

    def __init__(
        self,
        units: UnitsOfWork,
        rings: Mapping[str, Ring],
        clock: Clock,
        moved: Signal,
        on_done: Callable[[SqlUnitOfWork], None],
    ) -> None:
        self.moved = moved
        self._latest = clock.now()
        self._units = units
        self._rings = rings
        self._clock = clock
        self._on_done = on_done
        self._tries: dict[int, int] = {}
        self._is_stopping = False

    async def run(self) -> None:
        """Ring until `stop`; a timer that was begun is finished."""
        while not self._is_stopping:
            if self._is_set_back():
                await attempt(self._keep_again(), "a clock that was set back")
            timer = await self._next()
            wait = None if timer is None else self._clock.seconds_until(timer.due_at)
            if timer is None or wait != 0:
                await self.moved.wait(LOOK_EVERY if wait is None else min(wait, LOOK_EVERY))
            elif fault := await attempt(self._ring(timer), f"timer {timer.key}"):
                await self._failed(timer, fault)

    def stop(self) -> None:
        """Ring nothing more."""
        self._is_stopping = True
        self.moved.ring()

    def _is_set_back(self) -> bool:
        now, before = self._clock.now(), self._latest
        self._latest = now
        return now < before - SET_BACK

    async def _keep_again(self) -> None:
        logger.warning("the clock was set back to %s", self._latest.isoformat())
        async with self._units.open(self._latest) as uow:
            await keep_calendar(uow)

    async def _next(self) -> Timer | None:
        async with self._units.database.reading() as connection:
            return await SqlUnitOfWork(
                connection, self._units.surroundings, self._clock.now()
            ).clocks.next_due()

    async def _ring(self, timer: Timer) -> None:
        async with self._units.open(self._when(timer)) as uow:
            await uow.clocks.ring(timer.id)
            try:
                async with uow.savepoint():
                    await self._rings[timer.kind](timer, uow)
            except Refusal as refusal:
                # what the timer was for has happened, or can no longer happen
                logger.info("timer %s came to nothing: %s", timer.key, refusal.what)
            reached(Point.TIMER_TICK)
        reached(Point.TIMER_TICK)
        self._on_done(uow)

    def _when(self, timer: Timer) -> datetime:
        """A list of what waits is of now, however many mornings a clock that was wound has passed by; all else of its time."""
        return self._clock.now() if timer.kind == DIGEST else self._clock.passes(timer.due_at)

    async def _failed(self, timer: Timer, fault: str) -> None:
        tries = self._tries[timer.id] = self._tries.get(timer.id, 0) + 1
        if tries < TRIES:
            await self.moved.wait(REST)
            return
        async with self._units.open(self._clock.now()) as uow:
            await uow.clocks.ring(timer.id)
            data = {"timer_id": timer.id, "kind": timer.kind, "fault": fault}
            await tell_admins(Message(template="timer_failed", data=data, urgency=Urgency.NOTICE), uow=uow)
        self._on_done(uow)
