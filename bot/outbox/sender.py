"""Sends what waits in the outbox: chats side by side, order within a chat, never inside a transaction."""

import asyncio
from collections.abc import Iterable

from sqlalchemy import Select, bindparam, select

from bot.clock import Clock
from bot.outbox.marking import Marking
from bot.outbox.outgoing import Outcome, Outgoing, State
from bot.outbox.sending import send
from bot.outbox.waiting import Waiting
from bot.signal import Signal
from bot.storage.tables import outbox
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire

COLUMNS = tuple(outbox.c[name] for name in Outgoing.__dataclass_fields__)
WAITING = select(*COLUMNS).where(outbox.c.state == State.WAITING.value)
NEW = WAITING.where(outbox.c.id > bindparam("seen")).order_by(outbox.c.id)
OF_CHAT = WAITING.where(outbox.c.chat_id == bindparam("chat_id")).order_by(outbox.c.id)
AT_ONCE = 64
# rows that another process queued are found by looking
LOOK_EVERY = 1.0
LONGEST_REST = 60.0


class Sender:
    """The one sender of this process. `queued` is rung when a transaction has committed new rows."""

    def __init__(self, wire: Wire, units: UnitsOfWork, clock: Clock, marking: Marking) -> None:
        self.queued = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._marking = marking
        self._waiting = Waiting()
        self._seen = 0
        self._in_flight = 0
        self._tries: dict[int, int] = {}
        self._outcomes: list[Outcome] = []
        self._sent = Signal()
        self._is_stopping = False

    async def run(self) -> None:
        """Send until `stop`; then what is in flight is finished and marked."""
        async with asyncio.TaskGroup() as group:
            marker = group.create_task(self._mark_all())
            while not self._is_stopping:
                await self._load(NEW, seen=self._seen)
                rest = self._waiting.wake(asyncio.get_running_loop().time())
                while self._in_flight < AT_ONCE and (row := self._waiting.take()):
                    self._in_flight += 1
                    group.create_task(self._deliver(row))
                await self.queued.wait(LOOK_EVERY if rest is None else min(rest, LOOK_EVERY))
            await self._finish()
            marker.cancel()

    def stop(self) -> None:
        """Begin nothing more."""
        self._is_stopping = True
        self.queued.ring()

    async def _finish(self) -> None:
        while self._in_flight:
            await self.queued.wait()

    async def _load(self, asked: Select[tuple[object, ...]], **values: int) -> None:
        async with self._units.database.reading() as connection:
            rows = (await connection.execute(asked, values)).mappings().all()
        for row in rows:
            self._waiting.add(Outgoing(**row))
            self._seen = max(self._seen, row["id"])

    async def _deliver(self, row: Outgoing) -> None:
        if self._waiting.is_replaced(row):
            outcome = Outcome(row=row, state=State.REPLACED)
        else:
            outcome = await send(row, self._wire, self._units.database)
        self._outcomes.append(outcome)
        self._sent.ring()

    async def _mark_all(self) -> None:
        while True:
            await self._sent.wait()
            outcomes, self._outcomes = self._outcomes, []
            if outcomes:
                await self._mark(outcomes)

    async def _mark(self, outcomes: list[Outcome]) -> None:
        if any(outcome.state is not State.WAITING or outcome.moved_to for outcome in outcomes):
            async with self._units.open(self._clock.now()) as uow:
                await self._marking.mark(outcomes, uow)
        await self._go_on(outcomes)
        self._in_flight -= len(outcomes)
        self.queued.ring()

    async def _go_on(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            if outcome.moved_to:
                self._waiting.move(outcome.row)
                await self._load(OF_CHAT, chat_id=outcome.moved_to)
            elif outcome.state is State.WAITING:
                self._waiting.rest(outcome.row, asyncio.get_running_loop().time() + self._rest_after(outcome))
            else:
                self._tries.pop(outcome.row.id, None)
                self._waiting.release(outcome.row)

    def _rest_after(self, outcome: Outcome) -> float:
        tries = self._tries[outcome.row.id] = self._tries.get(outcome.row.id, 0) + 1
        return min(LONGEST_REST, 2.0 ** (tries - 2)) if outcome.wait is None else outcome.wait
