"""Asks Telegram for updates and keeps them, raw and committed, before it confirms them with the next offset."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import func, select
from telegram.error import TelegramError

from bot.clock import Clock
from bot.inbox.plain import Door, OpenDoor
from bot.outbox.verdict import verdict_on
from bot.patience import growing_rest
from bot.points import Point, reached
from bot.storage.engine import Database
from bot.storage.machine_tables import inbox
from bot.storage.upsert import insert_or_ignore
from bot.transport import Wire

# seconds for which Telegram may wait for something new; less while something kept waits for what may belong to it
HOLD, SHORT_HOLD = 25, 1
GRACE = 10
AT_A_TIME = 100
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
LATEST = select(func.max(inbox.c.update_id))
KEEPING = insert_or_ignore(inbox)
LONGEST_REST = 30.0
logger = logging.getLogger(__name__)


class Poller:
    """The one poller of this process.

    `on_kept` is called when new updates have been committed, `on_heard` whenever Telegram answers, before that.
    `door` makes the rows that are kept.
    """

    def __init__(
        self,
        wire: Wire,
        database: Database,
        clock: Clock,
        on_kept: Callable[[], None],
        on_heard: Callable[[], Awaitable[None]] | None = None,
        door: Door | None = None,
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._on_kept = on_kept
        self._on_heard = on_heard
        self._door = door or OpenDoor()

    async def run(self) -> None:
        """Ask for ever; faults on the way are waited out."""
        offset = await self._next_offset()
        failures = 0
        while True:
            try:
                offset = await self._ask(offset)
                failures = 0
            except TelegramError as fault:
                failures += 1
                logger.warning("no updates: %s", fault)
                await asyncio.sleep(verdict_on(fault).wait or growing_rest(failures, LONGEST_REST))

    async def _next_offset(self) -> int:
        async with self._database.reading() as connection:
            latest = (await connection.execute(LATEST)).scalar()
        return 0 if latest is None else latest + 1

    async def _ask(self, offset: int) -> int:
        is_holding = self._door.is_holding
        hold = SHORT_HOLD if is_holding else HOLD
        asked = {"offset": offset, "timeout": hold, "limit": AT_A_TIME, "allowed_updates": KINDS}
        updates = await self._wire.call("getUpdates", asked, within=hold + GRACE)
        if self._on_heard:
            await self._on_heard()
        if updates or is_holding:
            await self._keep(updates)
        return max((int(update["update_id"]) + 1 for update in updates), default=offset)

    async def _keep(self, updates: list[Mapping[str, Any]]) -> None:
        now = self._clock.now()
        async with self._database.writing() as connection:
            rows = await self._door.rows(updates, now, connection)
            if rows:
                await connection.execute(KEEPING, rows)
            reached(Point.INBOX_COMMIT)
        reached(Point.INBOX_COMMIT)
        self._on_kept()
