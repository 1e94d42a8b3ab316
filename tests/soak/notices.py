"""Notices by the thousand through a server that keeps Telegram's limits, on a clock that runs a few times faster."""

import asyncio
import time
from dataclasses import dataclass, replace
from pathlib import Path

from bot.clock import SystemClock
from bot.outbox.delivery import Delivery
from bot.outbox.limits import Limits
from bot.outbox.marking import Marking
from bot.outbox.sender import Sender
from bot.sandbox.clock import SandboxClock
from bot.sandbox.flood_guard import Limits as KeptLimits
from bot.sandbox.person import Person
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World
from bot.storage.engine import Database, open_database
from bot.storage.migrate import migrate
from bot.transport import wire_to
from core.model.message import Urgency
from tests.make import NOW
from tests.soak.counting import Count
from tests.soak.shell import TOKEN
from tests.storage.opening import units_on

A_SECOND = 30
EACH = 5
FIRST_CHAT = 10_000
URGENT = 20
LOOK = 0.05
QUEUE = """
    INSERT INTO outbox (chat_id, method, payload, card, urgency, state, tries, queued_at, fault)
    VALUES (?, 'sendMessage', ?, '', ?, 'waiting', 0, '2025-03-03 00:12:00.000000', '')
"""
SLOWER_BY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How many, how much faster than the calendar, and what the bot takes as the longest way there, in seconds."""

    notices: int
    faster: float = 1.0
    latest: float = Limits().latest

    @property
    def fastest(self) -> float:
        """Seconds that the limit itself takes."""
        return self.notices / A_SECOND / self.faster


async def send_notices(sending: Sending, folder: Path) -> list[Count]:
    """Digests are queued first, the urgent last; all leave within the limits, and the urgent before any digest."""
    database = open_database(folder / "notices.sqlite3")
    await migrate(database)
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=NOW))
    world.flood_guard.limits = KeptLimits(faster=sending.faster)
    await _queue(database, world, sending.notices)
    async with running(world) as url, wire_to(TOKEN, url, "", "") as wire:
        delivery = Delivery(limits=replace(Limits().faster(sending.faster), latest=sending.latest))
        sender = Sender(wire, units_on(database), SystemClock(), Marking(), delivery)
        calls, began = world.calls, time.monotonic()
        running_sender = asyncio.create_task(sender.run())
        while world.calls - calls - world.flood_guard.refused < sending.notices:  # noqa: ASYNC110 - the server is looked at, as a stranger would
            await asyncio.sleep(LOOK)
        took = time.monotonic() - began
        sender.stop()
        await running_sender
    await database.close()
    percent = max(0, round(100 * (took / sending.fastest - 1)))
    return [
        Count("notices refused", world.flood_guard.refused),
        Count("digests before something urgent", _digests_before_urgent(world)),
        Count("percent slower than the limit", percent, most=SLOWER_BY),
    ]


async def _queue(database: Database, world: World, notices: int) -> None:
    rows = []
    for number in range(notices):
        chat = FIRST_CHAT + number % max(1, notices // EACH)
        kind = Urgency.DIGEST if number < notices // 10 else Urgency.NOTICE
        kind = Urgency.URGENT if number >= notices - URGENT else kind
        rows.append((chat, f'{{"text": "{kind.name} {number}"}}', int(kind)))
        if chat not in world.directory.people:
            world.directory.keep(Person(id=chat, first_name=str(chat), started=True))
    async with database.writing() as connection:
        await connection.exec_driver_sql(QUEUE, rows)


def _digests_before_urgent(world: World) -> int:
    """How many digests came before the last urgent message."""
    sent = [entry.message for chat in world.directory.people for entry in world.history.entries(chat)]
    texts = [message["text"] for message in sorted(sent, key=lambda message: message["message_id"])]
    last = max((place for place, text in enumerate(texts) if text.startswith("URGENT")), default=0)
    return sum(text.startswith("DIGEST") for text in texts[:last])
