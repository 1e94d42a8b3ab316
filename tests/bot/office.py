"""Runs the loops of a bot in this process, and looks into its database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from sqlalchemy import text

from bot.clock import SandboxClock
from bot.keeping import Keeping
from bot.loops import Loops
from bot.outbox.delivery import Delivery
from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.signal import Signal
from bot.storage.unit_of_work import UnitsOfWork
from bot.tips.open_albums import running_time
from bot.transport import wire_to
from core.model.person import Person
from handlers.routes import Routes
from tests import make
from tests.bot.probing import PROBES
from tests.patience import PATIENCE

TOKEN = "123456:office"
UNLIMITED = Delivery()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A sandbox with people, and a database; `open` runs the bot."""

    sandbox: Sandbox
    url: str
    units: UnitsOfWork
    folder: Path

    async def hires(self, employee_no: str, *, started: bool = True, **changes: Any) -> Player:
        """Somebody of tests.make, linked to a new player's private chat."""
        person = make.person(employee_no, **changes)
        async with self.units.open(make.NOW) as uow:
            await uow.persons.add(person)
        return await self.sandbox.add_person(person.name, id=person.chat_id, started=started)

    @asynccontextmanager
    async def open(
        self,
        routes: Routes = PROBES,
        delivery: Delivery = UNLIMITED,
        tip_key: X25519PublicKey | None = None,
        album_time: Callable[[], float] = running_time,
    ) -> AsyncIterator[None]:
        """Run the bot; at the end it finishes what is in hand."""
        moved = Signal()
        clock = SandboxClock(f"{self.url}/sandbox/clock", moved.ring)
        await clock.read()
        async with wire_to(TOKEN, self.url, f"{self.url}/file", "") as wire, asyncio.TaskGroup() as group:
            following = group.create_task(clock.follow())
            stop = asyncio.Event()
            evidence = self.folder / "evidence"
            keeping = Keeping(evidence, delivery=delivery, tip_key=tip_key, album_time=album_time)
            loops = Loops(wire, self.units, clock, routes, keeping, moved)
            working = group.create_task(loops.run(stop))
            try:
                yield
            finally:
                stop.set()
                await working
                following.cancel()

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What is in the database."""
        async with self.units.database.reading() as connection:
            return [tuple(row) for row in await connection.execute(text(sql))]

    async def until(self, sql: str, *expected: tuple[Any, ...]) -> None:
        """Wait until the database says so; AssertionError with what it says instead."""
        found: list[tuple[Any, ...]] = []
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := await self.rows(sql)) != list(expected):  # noqa: ASYNC110 - another process may be writing
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"{sql}: {found}, not {expected}") from None

    async def person(self, employee_no: str) -> Person:
        """The person as the database has them now."""
        async with self.units.open(make.NOW) as uow:
            found = await uow.persons.one(employee_no=employee_no)
            assert found is not None
            return found
