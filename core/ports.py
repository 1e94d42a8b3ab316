"""What actions need and bot/ provides: one unit of work, with the shelves that have no room of their own."""

from datetime import date, datetime
from typing import Protocol

from core.bookkeeping import Log, Numbers, Timers
from core.case_ports import CaseShelves
from core.customer_ports import CustomerShelves
from core.edition_ports import EditionShelves
from core.imports.known import KnownCases
from core.ledger.ports import Ledger
from core.model.calendar_year import CalendarYear
from core.model.company import Company
from core.model.deadline_clock import DeadlineClock
from core.model.deputy import Deputyship
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.group import Group
from core.model.imported import Import, ImportPart
from core.model.invitation import Invitation
from core.model.person import Person
from core.model.relay import Relay
from core.model.remembered import Remembered
from core.model.reminder import Reminder
from core.model.working_days import WorkingDays
from core.outbox import Outbox
from core.papers.ports import Papers
from core.payroll.ports import PayrollShelves
from core.person_ports import HasTraces
from core.record_ports import RecordShelves
from core.reports.ports import ReportShelves
from core.rulebook.ports import Rulebooks
from core.shelf import Shelf
from core.tip_ports import TipShelves
from core.waits import Waits


class Secrets(Protocol):
    """Random tokens."""

    def token(self) -> str:
        """A fresh one, safe in a deep link."""
        ...


class UnitOfWork(
    CaseShelves,
    CustomerShelves,
    EditionShelves,
    PayrollShelves,
    TipShelves,
    RecordShelves,
    ReportShelves,
    HasTraces,
    Protocol,
):
    """One transaction over everything, at one instant, for one company."""

    @property
    def now(self) -> datetime:
        """The instant all of this happens at."""
        ...

    def today(self, site: str) -> date:
        """Which day that instant falls on at that site."""
        ...

    @property
    def company(self) -> Company:
        """What the company has settled."""
        ...

    @property
    def bot_name(self) -> str:
        """The bot's username, without @; empty in the shell."""
        ...

    @property
    def rulebooks(self) -> Rulebooks:
        """The editions at hand."""
        ...

    @property
    def working_days(self) -> WorkingDays:
        """The working days that ship with the product; `calendar_of` adds what the company imported."""
        ...

    @property
    def secrets(self) -> Secrets:
        """Random tokens."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Messages to be sent."""
        ...

    @property
    def papers(self) -> Papers:
        """Documents that are printed and kept."""
        ...

    @property
    def log(self) -> Log:
        """The append-only log."""
        ...

    @property
    def ledger(self) -> Ledger:
        """The append-only ledger."""
        ...

    @property
    def numbers(self) -> Numbers:
        """Counters."""
        ...

    @property
    def waits(self) -> Waits:
        """Duties and cases in brief."""
        ...

    @property
    def timers(self) -> Timers:
        """Clocks that run."""
        ...

    @property
    def persons(self) -> Shelf[Person]:
        """Staff."""
        ...

    @property
    def invitations(self) -> Shelf[Invitation]:
        """One-time links."""
        ...

    @property
    def groups(self) -> Shelf[Group]:
        """Linked groups."""
        ...

    @property
    def drafts(self) -> Shelf[Draft]:
        """Complaints before registration."""
        ...

    @property
    def dialogues(self) -> Shelf[Dialogue]:
        """Open questions, by person."""
        ...

    @property
    def evidence(self) -> Shelf[Evidence]:
        """What was received."""
        ...

    @property
    def duties(self) -> Shelf[Duty]:
        """Named tasks."""
        ...

    @property
    def deadline_clocks(self) -> Shelf[DeadlineClock]:
        """Deadlines of duties, running or stopped."""
        ...

    @property
    def reminders(self) -> Shelf[Reminder]:
        """Who was, or is to be, reminded of what."""
        ...

    @property
    def calendar_years(self) -> Shelf[CalendarYear]:
        """Working days that the company imported."""
        ...

    @property
    def deputyships(self) -> Shelf[Deputyship]:
        """Who stands in for whom, and when."""
        ...

    @property
    def relays(self) -> Shelf[Relay]:
        """Questions to owners."""
        ...

    @property
    def remembered(self) -> Shelf[Remembered]:
        """Names used before."""
        ...

    @property
    def imports(self) -> Shelf[Import]:
        """What was brought in from earlier records."""
        ...

    @property
    def import_parts(self) -> Shelf[ImportPart]:
        """What each part of it brought."""
        ...

    @property
    def known_cases(self) -> KnownCases:
        """What earlier records are compared with."""
        ...

    async def shown(self, chat_id: int, message_id: int) -> int | None:
        """The case that a message in a chat was about; None if it was about none."""
        ...
