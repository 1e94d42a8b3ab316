"""What actions need and bot/ provides: shelves of things, the outbox, the log, numbers and the time."""

from datetime import date, datetime
from typing import Protocol

from core.bookkeeping import Log, Numbers, Timers
from core.customer_ports import CustomerShelves
from core.finding.ports import CaseIndex
from core.ledger.ports import Ledger
from core.model.archive import Archive
from core.model.calendar_year import CalendarYear
from core.model.case import Case
from core.model.case_link import CaseLink
from core.model.company import Company
from core.model.correction import Correction
from core.model.corrective_plan import CorrectivePlan
from core.model.deadline_clock import DeadlineClock
from core.model.decision import Decision
from core.model.deputy import Deputyship
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.figures import Figures
from core.model.group import Group
from core.model.invitation import Invitation
from core.model.message import Message
from core.model.notice import Appeal, Notice
from core.model.paper import Paper
from core.model.party import Party, Statement
from core.model.person import Person
from core.model.relay import Relay
from core.model.remembered import Remembered
from core.model.reminder import Reminder
from core.model.search import Search
from core.model.working_days import WorkingDays
from core.payroll.ports import PayrollShelves
from core.reports.ports import ReportShelves
from core.rulebook.compiled import CompiledRulebook, Guard
from core.shelf import Shelf
from core.tip_ports import TipShelves


class Outbox(Protocol):
    """Messages to be sent after this unit of work has committed; rendered in each reader's language."""

    async def tell(self, person: Person, message: Message) -> bool:
        """Queue a private message; False (and nothing queued) if the person cannot be reached."""
        ...

    async def post(self, site: str, message: Message) -> bool:
        """Queue a message to the group of a site; False if none is linked."""
        ...

    async def words(self, language: str, message: Message) -> str:
        """The message's text without marks, for printing."""
        ...

    async def send_again(self, outbox_id: int) -> None:
        """Queue once more what could not be sent."""
        ...


class Papers(Protocol):
    """Documents that are printed and kept."""

    async def issue(self, paper: Paper) -> Evidence:
        """Set it, keep its bytes, and give it as a piece of evidence with the hash of them."""
        ...

    async def pack(self, archive: Archive) -> tuple[Evidence, ...]:
        """Pack it into as many ZIP files as it takes, and keep them in the same way."""
        ...


class Rulebooks(Protocol):
    """The editions at hand."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        """The edition of that rulebook for facts of that day; the earliest one if the day is before all."""
        ...

    def guard(self) -> Guard:
        """The statutory guard of wages."""
        ...


class Secrets(Protocol):
    """Random tokens."""

    def token(self) -> str:
        """A fresh one, safe in a deep link."""
        ...


class UnitOfWork(CustomerShelves, PayrollShelves, TipShelves, ReportShelves, Protocol):
    """One transaction over everything, at one instant, for one company."""

    @property
    def now(self) -> datetime:
        """The instant all of this happens at."""
        ...

    @property
    def company(self) -> Company:
        """What the company has settled."""
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
    def cases(self) -> Shelf[Case]:
        """Registered cases."""
        ...

    @property
    def case_index(self) -> CaseIndex:
        """Finds cases by words and tags."""
        ...

    @property
    def searches(self) -> Shelf[Search]:
        """What people last looked for."""
        ...

    @property
    def case_links(self) -> Shelf[CaseLink]:
        """What cases have to do with each other."""
        ...

    @property
    def corrective_plans(self) -> Shelf[CorrectivePlan]:
        """How their causes are corrected."""
        ...

    @property
    def parties(self) -> Shelf[Party]:
        """Persons named in cases."""
        ...

    @property
    def statements(self) -> Shelf[Statement]:
        """What they said."""
        ...

    @property
    def figures(self) -> Shelf[Figures]:
        """Figures as put to people."""
        ...

    @property
    def decisions(self) -> Shelf[Decision]:
        """Who decided what."""
        ...

    @property
    def notices(self) -> Shelf[Notice]:
        """Notices of deduction."""
        ...

    @property
    def appeals(self) -> Shelf[Appeal]:
        """Appeals against them."""
        ...

    @property
    def corrections(self) -> Shelf[Correction]:
        """Decided cases that were taken up again."""
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

    async def shown(self, chat_id: int, message_id: int) -> int | None:
        """The case that a message in a chat was about; None if it was about none."""
        ...
