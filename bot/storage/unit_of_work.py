"""One transaction over everything: what actions call `uow`."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.company_rulebooks import CompanyRulebooks
from bot.documents.drawing import DrawnReports
from bot.documents.issuing import TypesetPapers
from bot.evidence.beside import evidence_beside
from bot.outbox.buffered import BufferedOutbox
from bot.render.rendered import Wording
from bot.storage.engine import Database
from bot.storage.finding import IndexedCases
from bot.storage.in_place import say_at_once
from bot.storage.ledger import TableLedger
from bot.storage.log import BufferedLog
from bot.storage.machine_tables import shown
from bot.storage.numbers import TableNumbers
from bot.storage.person_shelf import StaffMemory
from bot.storage.shelves import Shelves
from bot.storage.timers import TableTimers
from bot.working_days import working_days
from core.bookkeeping import Log, Numbers, Timers
from core.ledger.ports import Ledger
from core.model.company import Company
from core.model.person import Person
from core.outbox import Outbox
from core.papers.ports import Papers
from core.payroll.ports import Vault
from core.ports import Secrets
from core.reports.ports import Drawing

SHOWN = select(shown.c.case_id).where(
    shown.c.chat_id == bindparam("chat_id"),
    shown.c.message_id == bindparam("message_id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What every unit of work of this process shares."""

    company: Company
    rulebooks: CompanyRulebooks
    secrets: Secrets
    wording: Wording
    vault: Vault
    bot_name: str = ""


class SqlUnitOfWork(Shelves):
    """A unit of work on an open write transaction; `flush` stores the log and the outbox before it commits."""

    def __init__(
        self,
        connection: AsyncConnection,
        surroundings: Surroundings,
        now: datetime,
        staff: StaffMemory | None = None,
    ) -> None:
        super().__init__(connection, staff)
        self.connection = connection
        self._chats: dict[int | None, int] = {}
        self.now = now
        self.company = surroundings.company
        self.rulebooks = surroundings.rulebooks
        self.working_days = working_days()
        self._surroundings = surroundings
        self.numbers: Numbers = TableNumbers(connection)
        self.clocks = TableTimers(connection, now)
        self.timers: Timers = self.clocks
        self.records = BufferedLog(connection, now, surroundings.secrets)
        self.log: Log = self.records
        self.ledger: Ledger = TableLedger(connection)
        self.vault = surroundings.vault
        self.case_index = IndexedCases(connection, self, self.company)
        self.messages = BufferedOutbox(connection, now, surroundings.wording, self.groups, self.evidence)
        self.outbox: Outbox = self.messages
        self.papers: Papers = TypesetPapers(
            evidence_beside(connection.engine.url), self.evidence, surroundings.wording, self.company, now
        )
        self.drawing: Drawing = DrawnReports(
            evidence_beside(connection.engine.url), self.evidence, self.company, now
        )

    @property
    def secrets(self) -> Secrets:
        """Random tokens."""
        return self._surroundings.secrets

    @property
    def bot_name(self) -> str:
        """The bot's username, without @; empty in the shell."""
        return self._surroundings.bot_name

    async def shown(self, chat_id: int, message_id: int) -> int | None:
        """The case that a message in a chat was about."""
        result = await self.connection.execute(SHOWN, {"chat_id": chat_id, "message_id": message_id})
        return result.scalar_one_or_none()

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Part of the work that any exception undoes alone: rows, log and messages."""
        logged, queued, asked = len(self.records.rows), len(self.messages.rows), self.questions.late
        touched = frozenset(self.touched)
        # said to the driver at once: the library's own nested transactions cost more than most updates write
        say_at_once(self.connection, "SAVEPOINT part")
        try:
            yield
        except BaseException:
            say_at_once(self.connection, "ROLLBACK TO part")
            say_at_once(self.connection, "RELEASE part")
            del self.records.rows[logged:]
            del self.messages.rows[queued:]
            self.questions.undo(asked)
            self.touched.update(touched)
            self.forget()
            raise
        say_at_once(self.connection, "RELEASE part")

    async def meet(self, chats: Iterable[int]) -> None:
        """Read the people of these chats, their open questions and the drafts these are about, for a batch of updates."""
        people = await self.people.learn("chat_id", chats)
        self._chats = {person.chat_id: person.id for person in people}
        questions = await self.questions.learn("person_id", self._chats.values())
        drafts = (one.data.get("draft") for one in questions)
        await self.begun.learn("id", (draft for draft in drafts if isinstance(draft, int)))

    async def person_in(self, chat_id: int) -> Person | None:
        """Whose private chat that is; None if nobody's."""
        if chat_id in self._chats:
            person = await self.persons.find(self._chats[chat_id])
            if person is not None and person.chat_id == chat_id:
                return person
        return await self.persons.one(chat_id=chat_id)

    def today(self, site: str) -> date:
        """The date at that site."""
        return self.company.day_at(site, self.now)

    async def flush(self) -> None:
        """Store what was gathered; nothing may be written afterwards."""
        await self.case_index.follow()
        await self.questions.flush()
        await self.records.flush()
        await self.messages.flush()


class UnitsOfWork:
    """Opens units of work on a database."""

    def __init__(self, database: Database, surroundings: Surroundings) -> None:
        self.database = database
        self.surroundings = surroundings
        self._staff = StaffMemory()

    @asynccontextmanager
    async def open(self, now: datetime) -> AsyncIterator[SqlUnitOfWork]:
        """A write transaction at that instant; committed at the end, undone whole by any exception."""
        async with self.database.writing() as connection:
            uow = SqlUnitOfWork(connection, self.surroundings, now, self._staff)
            yield uow
            await uow.flush()

    @asynccontextmanager
    async def reading(self, now: datetime) -> AsyncIterator[SqlUnitOfWork]:
        """One state of the database as at that instant, which holds up nobody; writing in it is a mistake."""
        async with self.database.reading() as connection:
            yield SqlUnitOfWork(connection, self.surroundings, now, self._staff)
