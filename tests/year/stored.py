"""The same play on the real database: every press is a transaction of its own, committed before the next."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.company_rulebooks import CompanyRulebooks
from bot.render.renderer import Renderer
from bot.storage.engine import open_database
from bot.storage.unit_of_work import SqlUnitOfWork, Surroundings, UnitsOfWork
from core.model.message import Message
from core.model.person import Person
from tests.fakes import FakeSecrets, FakeVault
from tests.year.company import BEGIN, founded
from tests.year.memory import KeptOutbox


class HeardOutbox(KeptOutbox):
    """Queues every message as the bot does, and keeps it to be pressed on."""

    def __init__(self, current: SqlUnitOfWork, kept: KeptOutbox) -> None:
        super().__init__(current.company)
        self.current, self.by_person = current, kept.by_person

    async def tell(self, person: Person, message: Message) -> bool:
        await super().tell(person, message)
        return await self.current.messages.tell(person, message)

    async def post(self, site: str, message: Message) -> bool:
        return await self.current.messages.post(site, message)

    async def words(self, language: str, message: Message) -> str:
        return await self.current.messages.words(language, message)


class Stored:
    """Stands for the unit of work of the moment; `commits` ends it and begins the next."""

    def __init__(self, units: UnitsOfWork, kept: KeptOutbox) -> None:
        self._units, self._kept = units, kept
        self._opened: Any = None
        self._current: Any = None
        self._now = BEGIN

    @property
    def now(self) -> datetime:
        return self._now

    @now.setter
    def now(self, at: datetime) -> None:
        self._now = self._current.now = at

    async def begins(self) -> None:
        self._opened = self._units.open(self._now)
        self._current = await self._opened.__aenter__()
        self._current.outbox = HeardOutbox(self._current, self._kept)

    async def commits(self) -> None:
        await self._opened.__aexit__(None, None, None)
        await self.begins()

    async def ends(self) -> None:
        await self._opened.__aexit__(None, None, None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._current, name)


@asynccontextmanager
async def stored(path: Path) -> AsyncIterator[Any]:
    """The company founded anew in that migrated database."""
    first = await founded()
    database = open_database(path)
    surroundings = Surroundings(
        company=first.company,
        rulebooks=CompanyRulebooks(),
        secrets=FakeSecrets(),
        wording=Renderer(first.company),
        vault=FakeVault(),
    )
    uow = Stored(UnitsOfWork(database, surroundings), KeptOutbox(first.company))
    await uow.begins()
    for person in await first.persons.where():
        await uow.persons.add(person)
    await uow.commits()
    yield uow
    await uow.ends()
    await database.close()
