"""Handles what the inbox keeps: many updates in one transaction, each in a savepoint of its own.

A chat's updates are handled in order; when one fails, later ones of the same chat wait until it has succeeded or,
after three tries, was set aside. Other chats go on.
"""

import asyncio
from collections.abc import Callable

from bot.attempt import attempt
from bot.clock import Clock
from bot.dispatch import Dispatcher
from bot.inbox.batch import BATCH, Kept, empty, mark, next_batch
from bot.inbox.setting_aside import tell_of_fault
from bot.inbox.standing_in import settled_for_absent
from bot.inbox.state import InboxState
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.tips.desk import Desk
from core.errors import Refusal

TRIES = 3
RESTS = (0.1, 0.5)
Mark = tuple[int, InboxState, int, str]


class Worker:
    """The one worker of this process. `kept` is rung when there are new updates, `on_done` called after a batch.

    `desk` handles what the gate has sealed.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        dispatcher: Dispatcher,
        clock: Clock,
        on_done: Callable[[SqlUnitOfWork], None],
        desk: Desk | None = None,
    ) -> None:
        self.kept = Signal()
        self._units = units
        self._dispatcher = dispatcher
        self._clock = clock
        self._on_done = on_done
        self._desk = desk
        self._resting: dict[int, float] = {}
        self._is_stopping = False

    async def run(self) -> None:
        """Work until `stop`; a batch that was begun is finished."""
        while not self._is_stopping:
            if await self.handle_batch() < BATCH:
                await self.kept.wait(self._until_next_try())

    def stop(self) -> None:
        """Begin no further batch."""
        self._is_stopping = True
        self.kept.ring()

    async def handle_batch(self) -> int:
        """Handle the oldest updates that wait, in one transaction; how many there were."""
        async with self._units.database.reading() as connection:
            batch = await next_batch(connection, self._still_resting())
        if batch:
            async with self._units.open(self._clock.now()) as uow:
                await uow.meet({user for kept in batch if (user := _sender(kept))})
                await mark(uow.connection, await self._handle_all(batch, uow))
                reached(Point.EFFECT_COMMIT)
            reached(Point.EFFECT_COMMIT)
            self._on_done(uow)
        return len(batch)

    async def _handle_all(self, batch: list[Kept], uow: SqlUnitOfWork) -> list[Mark]:
        # one fails, later ones of its chat are passed over: `_resting` grows while this runs
        return [await self._handle(kept, uow) for kept in batch if kept.chat_id not in self._resting]

    async def _handle(self, kept: Kept, uow: SqlUnitOfWork) -> Mark:
        # of a sealed update not even a fault's words may be written down
        is_sealed = kept.sealed is not None
        fault = kept.fault or await attempt(
            self._turn(kept, uow), f"update {kept.update_id}", is_mute=is_sealed
        )
        if not fault:
            return kept.update_id, InboxState.DONE, kept.tries, ""
        tries = kept.tries + 1
        if not kept.fault and tries < TRIES:
            self._resting[kept.chat_id] = asyncio.get_running_loop().time() + RESTS[tries - 1]
            return kept.update_id, InboxState.WAITING, tries, fault
        await tell_of_fault(kept, fault, uow)
        return kept.update_id, InboxState.ASIDE, tries, fault

    async def _turn(self, kept: Kept, uow: SqlUnitOfWork) -> None:
        if kept.sealed is not None and self._desk is not None:
            async with uow.savepoint():
                await self._desk.handle(kept.sealed, uow)
                await empty(uow.connection, kept.update_id)
        if kept.update is None:
            return
        try:
            async with uow.savepoint():
                await self._dispatcher.handle(kept.update, uow)
        except Refusal as refusal:
            said = await settled_for_absent(kept.update, refusal, self._dispatcher, uow)
            if said is not None:
                async with uow.savepoint():
                    await self._dispatcher.refuse(kept.update, said, uow)

    def _still_resting(self) -> set[int]:
        now = asyncio.get_running_loop().time()
        self._resting = {chat_id: until for chat_id, until in self._resting.items() if until > now}
        return set(self._resting)

    def _until_next_try(self) -> float | None:
        if not self._resting:
            return None
        return max(0.0, min(self._resting.values()) - asyncio.get_running_loop().time())


def _sender(kept: Kept) -> int:
    user = kept.update.effective_user if kept.update else None
    return user.id if user else 0
