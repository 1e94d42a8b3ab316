"""Sends what waits in the outbox: chats side by side, order within a chat, never inside a transaction."""

import asyncio
from collections.abc import Iterable

from sqlalchemy import Select, bindparam, select

from bot.clock import Clock
from bot.outbox.delivery import Delivery
from bot.outbox.lately import recall
from bot.outbox.marking import Marking
from bot.outbox.outgoing import Outcome, Outgoing, State
from bot.outbox.pace import Pace, Slot
from bot.outbox.sending import send
from bot.outbox.setbacks import Setbacks
from bot.outbox.unmarked import Unmarked
from bot.outbox.waiting import Waiting
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.machine_tables import outbox
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire

COLUMNS = tuple(outbox.c[name] for name in Outgoing.__dataclass_fields__)
WAITING = select(*COLUMNS).where(outbox.c.state == State.WAITING.value)
NEW = WAITING.where(outbox.c.id > bindparam("seen")).order_by(outbox.c.id)
OF_CHAT = WAITING.where(outbox.c.chat_id == bindparam("chat_id")).order_by(outbox.c.id)
AT_ONCE = 64
# rows that another process queued are found by looking
LOOK_EVERY = 1.0


class Sender:
    """The one sender of this process. `queued` is rung when a transaction has committed new rows."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, marking: Marking, delivery: Delivery
    ) -> None:
        self.queued = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._marking = marking
        self._pace = None if delivery.limits is None else Pace(delivery.limits)
        self._waiting = Waiting(self._pace)
        self._unmarked = Unmarked(delivery.at_once)
        self._setbacks = Setbacks(delivery.jitter)
        self._seen = 0
        self._in_flight = 0
        self._outcomes: list[Outcome] = []
        self._sent = Signal()
        self._is_stopping = False

    async def run(self) -> None:
        """Send until `stop`; then what is in flight is finished and marked."""
        async with asyncio.TaskGroup() as group:
            marker = group.create_task(self._mark_all())
            await self._recall()
            while not self._is_stopping:
                await self._load(NEW, seen=self._seen)
                self._waiting.wake(_time())
                while row := self._next():
                    self._begin(row, group)
                await self.queued.wait(self._until_next())
            await self._finish()
            marker.cancel()

    def stop(self) -> None:
        """Begin nothing more."""
        self._is_stopping = True
        self.queued.ring()

    async def _finish(self) -> None:
        while self._in_flight:
            await self.queued.wait()

    async def _recall(self) -> None:
        if self._pace is not None:
            async with self._units.database.reading() as connection:
                await recall(self._pace, connection, self._clock.now(), _time())

    async def _load(self, asked: Select[tuple[object, ...]], **values: int) -> None:
        async with self._units.database.reading() as connection:
            rows = (await connection.execute(asked, values)).mappings().all()
        for row in rows:
            self._waiting.add(Outgoing(**row))
            self._seen = max(self._seen, row["id"])

    def _next(self) -> Outgoing | None:
        if self._in_flight >= AT_ONCE:
            return None
        now = _time()
        return self._waiting.take(now, may_send=self._unmarked.has_room(now))

    def _until_next(self) -> float:
        now = _time()
        times = (self._waiting.next_at(now), self._unmarked.room_at(now))
        return min([LOOK_EVERY, *(max(0.0, at - now) for at in times if at is not None)])

    def _begin(self, row: Outgoing, group: asyncio.TaskGroup) -> None:
        self._in_flight += 1
        if self._waiting.is_replaced(row):
            self._ended(Outcome(row=row, state=State.REPLACED))
            return
        if not row.is_repeatable:
            self._unmarked.begin(row.id, _time())
        slot = self._pace.enter(row, _time()) if self._pace and row.is_message else None
        group.create_task(self._deliver(row, slot))

    async def _deliver(self, row: Outgoing, slot: Slot | None) -> None:
        outcome = await send(row, self._wire, self._units.database)
        if outcome.state is State.SENT:
            reached(Point.SENT_NOT_MARKED)
        if slot is not None:
            slot.arrived(_time())
        self._ended(self._setbacks.judged(outcome))

    def _ended(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._sent.ring()

    async def _mark_all(self) -> None:
        while True:
            await self._sent.wait()
            outcomes, self._outcomes = self._outcomes, []
            if outcomes:
                await self._mark(outcomes)

    async def _mark(self, outcomes: list[Outcome]) -> None:
        if any(outcome.is_news for outcome in outcomes):
            async with self._units.open(self._clock.now()) as uow:
                await self._marking.mark(outcomes, uow)
        await self._go_on(outcomes)
        self._in_flight -= len(outcomes)
        self.queued.ring()

    async def _go_on(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self._unmarked.end(outcome.row.id)
            if outcome.moved_to:
                self._waiting.move(outcome.row)
                await self._load(OF_CHAT, chat_id=outcome.moved_to)
            elif outcome.state is State.WAITING:
                self._rest(outcome, _time())
            else:
                self._waiting.release(outcome.row)

    def _rest(self, outcome: Outcome, now: float) -> None:
        self._waiting.rest(outcome.row, now + self._setbacks.rest_after(outcome))
        self._waiting.hold(now + self._setbacks.pause_after(outcome))


def _time() -> float:
    return asyncio.get_running_loop().time()
