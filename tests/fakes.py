"""Stand-ins for what bot/ provides: everything in memory, nothing patched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Generic, TypeVar

from bot.render.renderer import Renderer
from bot.working_days import working_days
from core.errors import NoSuchThing
from core.ledger.account import Account
from core.ledger.balances import Owed, owed_in
from core.ledger.posting import Posting
from core.model.account_reading import AccountReading
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
from core.model.earlier_file import EarlierFile
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.figures import Figures
from core.model.group import Group
from core.model.imported import Import, ImportPart
from core.model.invitation import Invitation
from core.model.log import LogRow
from core.model.message import Message
from core.model.month_figure import MonthFigure
from core.model.negotiation import Round, Survey
from core.model.notice import Appeal, Notice
from core.model.paper import Paper
from core.model.party import Party, Statement
from core.model.person import Person
from core.model.proposed_edition import EditionReceipt, ProposedEdition
from core.model.records_export import RecordsExport
from core.model.relay import Relay
from core.model.remedy import Remedy, Undertaking
from core.model.remembered import Remembered
from core.model.reminder import Reminder
from core.model.rulebook_page import RulebookPage
from core.model.search import Search
from core.model.subscription import Subscription
from core.model.timer import Timer
from core.model.tip import SealedBonus, Tip, TipPiece, TipReward
from core.payroll.batch import Batch, BatchLine, Plan, SealedWage
from core.payroll.upload import WagesUpload
from core.payroll.view import PayrollView
from core.rulebook.compiled import CompiledRulebook, Guard
from core.rulebook.compiling import guard_of
from tests.fake_case_index import FakeCaseIndex
from tests.fake_drawing import FakeDrawing
from tests.fake_known_cases import FakeKnownCases
from tests.fake_statistics import FakeStatistics
from tests.fake_waits import FakeWaits

Thing = TypeVar("Thing", bound=Any)


class FakeShelf(Generic[Thing]):
    """Things in a dict, keyed as the real shelf keys them."""

    def __init__(self, key: str = "id") -> None:
        self.key = key
        self.things: dict[int, Thing] = {}

    async def get(self, key: int) -> Thing:
        thing = self.things.get(key)
        if thing is None:
            raise NoSuchThing("thing_unknown", id=key)
        return thing

    async def find(self, key: int) -> Thing | None:
        return self.things.get(key)

    async def where(self, **equal: object) -> tuple[Thing, ...]:
        return tuple(self.things[key] for key in sorted(self.things) if _is_equal(self.things[key], equal))

    async def one(self, **equal: object) -> Thing | None:
        return next(iter(await self.where(**equal)), None)

    async def latest(self, most: int, by: str = "id", **equal: object) -> tuple[Thing, ...]:
        def rank(thing: Thing) -> tuple[bool, Any, int]:
            value = getattr(thing, by)
            return value is not None, value or 0, thing.id

        return tuple(sorted(await self.where(**equal), key=rank, reverse=True))[:most]

    async def add(self, thing: Thing) -> Thing:
        if self.key == "id":
            thing = replace(thing, id=max(self.things, default=0) + 1)
        return await self.put(thing)

    async def put(self, thing: Thing) -> Thing:
        self.things[getattr(thing, self.key)] = thing
        return thing

    async def remove(self, key: int) -> None:
        self.things.pop(key, None)


def _is_equal(thing: Any, equal: Mapping[str, object]) -> bool:
    known = {item.name for item in fields(thing)}
    assert equal.keys() <= known, f"{type(thing).__name__} has no {equal.keys() - known}"
    return all(
        getattr(thing, name) in value if isinstance(value, tuple) else getattr(thing, name) == value
        for name, value in equal.items()
    )


def check_words(company: Company, message: Message) -> None:
    """Say it in every language: a template that lacks something fails here, not in front of a person."""
    for language in company.languages:
        Renderer(company).rendered(language, message)


def check_toast(company: Company, what: str, data: Mapping[str, object]) -> None:
    """The same for the short answer to a press."""
    for language in company.languages:
        Renderer(company).sentence(language, "toasts", what, data)


@dataclass
class FakeOutbox:
    """Keeps what was told to whom: (employee_no, message), and what was posted: (site, message)."""

    company: Company
    told: list[tuple[str, Message]] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    posted: list[tuple[str, Message]] = field(default_factory=list)
    has_group: bool = True

    async def tell(self, person: Person, message: Message) -> bool:
        if not person.can_be_told():
            return False
        check_words(self.company, message)
        if message.once and any(old.once == message.once for _, old in self.told):
            return True
        self.told.append((person.employee_no, message))
        return True

    async def post(self, site: str, message: Message) -> bool:
        check_words(self.company, message)
        if self.has_group:
            self.posted.append((site, message))
        return self.has_group

    async def words(self, language: str, message: Message) -> str:
        check_words(self.company, message)
        return f"{language}:{message.template}"

    async def send_again(self, outbox_id: int) -> None:
        self.again.append(outbox_id)

    def told_to(self, employee_no: str) -> list[Message]:
        return [message for number, message in self.told if number == employee_no]


class FakePapers:
    """Fills every document, which fails for a template that lacks something, and keeps it by what it says."""

    def __init__(self, company: Company, evidence: FakeShelf[Evidence]) -> None:
        self.company = company
        self.evidence = evidence
        self.issued: list[Paper] = []
        self.packed: list[Archive] = []

    async def issue(self, paper: Paper) -> Evidence:
        message = Message(template=f"papers/{paper.kind.value}", data=paper.data)
        check_words(self.company, message)
        said = Renderer(self.company).rendered(paper.language, message).html
        self.issued.append(paper)
        return await self._kept(paper.case_id, f"{paper.number}-{paper.kind.value}.pdf", said)

    async def print_rulebook(self, book: CompiledRulebook, language: str) -> Evidence:
        return await self._kept(0, f"{book.id}.pdf", f"{book.id} {language}")

    async def sheet(self, view: PayrollView, cases: Mapping[int, Case], language: str) -> Evidence:
        said = str([(line, cases.get(line.case_id), language) for line in view.lines])
        return await self._kept(0, f"{view.batch.number}.xlsx", said)

    async def pack(self, archive: Archive) -> tuple[Evidence, ...]:
        self.packed.append(archive)
        return (await self._kept(archive.case_id, f"{archive.number}-dossier.zip", str(archive)),)

    async def _kept(self, case_id: int, name: str, said: str) -> Evidence:
        return await self.evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=case_id,
                kind=Kind.DOCUMENT,
                storing=Storing.STORED,
                name=name,
                sha256=sha256(said.encode()).hexdigest(),
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=datetime(2025, 3, 3, tzinfo=UTC),
            )
        )


class FakeLog:
    """Keeps the rows in order."""

    def __init__(self) -> None:
        self.rows: list[LogRow] = []

    async def write(self, row: LogRow) -> None:
        self.rows.append(row)

    async def head(self) -> str:
        return f"head-{len(self.rows)}" if self.rows else ""

    async def of_case(self, case_id: int) -> tuple[Mapping[str, object], ...]:
        return tuple({"act": row.act, **row.facts} for row in self.rows if row.case_id == case_id)

    def acts(self) -> list[str]:
        return [row.act for row in self.rows]


class FakeLedger:
    """Keeps the transactions in order; the head counts them."""

    def __init__(self) -> None:
        self.booked: list[Posting] = []

    async def book(self, posting: Posting) -> Posting:
        self.booked.append(replace(posting, id=len(self.booked) + 1))
        return self.booked[-1]

    async def book_all(self, postings: Sequence[Posting]) -> tuple[tuple[Posting, str], ...]:
        return tuple([(await self.book(posting), await self.head()) for posting in postings])

    async def postings(
        self, *, case_id: int | None = None, person_id: int | None = None, batch_id: int | None = None
    ) -> tuple[Posting, ...]:
        return tuple(
            posting
            for posting in self.booked
            if case_id in (None, posting.ground.case_id)
            and batch_id in (None, posting.ground.batch_id)
            and (person_id is None or any(entry.person_id == person_id for entry in posting.entries))
        )

    async def owed(
        self, person_id: int | None = None, account: Account = Account.RECEIVABLE
    ) -> tuple[Owed, ...]:
        return tuple(one for one in owed_in(self.booked, account) if person_id in (None, one.person_id))

    async def head(self) -> str:
        return str(len(self.booked) or "")


class FakeVault:
    """Turns texts around."""

    def seal(self, text: str) -> str:
        return text[::-1]

    def opened(self, sealed: str) -> str:
        return sealed[::-1]


class FakeTraces:
    """Counts whom it was asked to erase."""

    def __init__(self) -> None:
        self.erased: list[int] = []

    async def erase(self, person: Person) -> Mapping[str, int]:
        self.erased.append(person.id)
        return {"log_words": 1}

    async def cases_naming(self, name: str) -> tuple[str, ...]:
        return ()


class FakeNumbers:
    """Counts from one."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}

    async def next(self, name: str) -> int:
        self.last[name] = self.last.get(name, 0) + 1
        return self.last[name]


class FakeTimers:
    """Clocks by key."""

    def __init__(self) -> None:
        self.by_key: dict[str, Timer] = {}

    async def start(self, timer: Timer) -> None:
        old = self.by_key.get(timer.key)
        if old is None or old.rung_at is None:
            self.by_key[timer.key] = timer

    async def stop(self, key: str) -> None:
        timer = self.by_key.get(key)
        if timer is not None and timer.rung_at is None:
            self.by_key[key] = replace(timer, stopped_at=timer.due_at)

    async def running(self, prefix: str) -> tuple[Timer, ...]:
        return tuple(
            timer
            for key, timer in sorted(self.by_key.items())
            if key.startswith(prefix) and timer.rung_at is None and timer.stopped_at is None
        )


class FakeSecrets:
    """Tokens in a row: secret-1, secret-2 …"""

    def __init__(self) -> None:
        self.count = 0

    def token(self) -> str:
        self.count += 1
        return f"secret-{self.count}"


class ShippedRulebooks:
    """The editions that ship with the product."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        from bot.rulebooks import rulebook as shipped  # noqa: PLC0415 - only where a test needs real rules

        return shipped(rulebook, day)

    def editions(self, rulebook: str) -> tuple[CompiledRulebook, ...]:
        from bot.company_rulebooks import CompanyRulebooks  # noqa: PLC0415 - only where a test needs real rules

        return CompanyRulebooks().editions(rulebook)

    def is_composed(self, rulebook: str) -> bool:
        return not rulebook

    def compiled(self, text: str) -> CompiledRulebook:
        from bot.company_rulebooks import CompanyRulebooks  # noqa: PLC0415 - only where a test needs real rules

        return CompanyRulebooks().compiled(text)

    def page(self, book: CompiledRulebook, language: str) -> RulebookPage:
        from bot.rulebook_words.reading import readable  # noqa: PLC0415 - only where a test reads rules

        return readable(book, language)

    def guard(self) -> Guard:
        from bot.rulebooks import wage_guard  # noqa: PLC0415 - only where a test needs real rules

        return guard_of(wage_guard())


class FakeUnitOfWork:
    """Everything an action needs, in memory."""

    def __init__(self, company: Company, now: datetime = datetime(2025, 3, 3, 0, 12, tzinfo=UTC)) -> None:
        self.now = now
        self.company = company
        self.bot_name = "gongdao_bot"
        self.rulebooks = ShippedRulebooks()
        self.working_days = working_days()
        self.secrets = FakeSecrets()
        self.outbox = FakeOutbox(company)
        self.log = FakeLog()
        self.ledger = FakeLedger()
        self.vault = FakeVault()
        self.traces = FakeTraces()
        self.batches: FakeShelf[Batch] = FakeShelf()
        self.batch_lines: FakeShelf[BatchLine] = FakeShelf()
        self.wages: FakeShelf[SealedWage] = FakeShelf()
        self.plans: FakeShelf[Plan] = FakeShelf()
        self.wages_uploads: FakeShelf[WagesUpload] = FakeShelf()
        self.account_readings: FakeShelf[AccountReading] = FakeShelf()
        self.proposed_editions: FakeShelf[ProposedEdition] = FakeShelf()
        self.edition_receipts: FakeShelf[EditionReceipt] = FakeShelf()
        self.numbers = FakeNumbers()
        self.timers = FakeTimers()
        self.waits = FakeWaits(self)
        self.shown_on: dict[tuple[int, int], int] = {}
        self.persons: FakeShelf[Person] = FakeShelf()
        self.invitations: FakeShelf[Invitation] = FakeShelf()
        self.groups: FakeShelf[Group] = FakeShelf()
        self.drafts: FakeShelf[Draft] = FakeShelf()
        self.dialogues: FakeShelf[Dialogue] = FakeShelf("person_id")
        self.evidence: FakeShelf[Evidence] = FakeShelf()
        self.papers = FakePapers(company, self.evidence)
        self.cases: FakeShelf[Case] = FakeShelf()
        self.case_links: FakeShelf[CaseLink] = FakeShelf()
        self.searches: FakeShelf[Search] = FakeShelf("person_id")
        self.case_index = FakeCaseIndex(self)
        self.corrective_plans: FakeShelf[CorrectivePlan] = FakeShelf()
        self.parties: FakeShelf[Party] = FakeShelf()
        self.statements: FakeShelf[Statement] = FakeShelf()
        self.figures: FakeShelf[Figures] = FakeShelf()
        self.decisions: FakeShelf[Decision] = FakeShelf()
        self.notices: FakeShelf[Notice] = FakeShelf()
        self.appeals: FakeShelf[Appeal] = FakeShelf()
        self.corrections: FakeShelf[Correction] = FakeShelf()
        self.duties: FakeShelf[Duty] = FakeShelf()
        self.deadline_clocks: FakeShelf[DeadlineClock] = FakeShelf()
        self.reminders: FakeShelf[Reminder] = FakeShelf()
        self.calendar_years: FakeShelf[CalendarYear] = FakeShelf()
        self.month_figures: FakeShelf[MonthFigure] = FakeShelf()
        self.subscriptions: FakeShelf[Subscription] = FakeShelf()
        self.statistics = FakeStatistics(self)
        self.drawing = FakeDrawing(self.evidence)
        self.remedies: FakeShelf[Remedy] = FakeShelf()
        self.undertakings: FakeShelf[Undertaking] = FakeShelf()
        self.rounds: FakeShelf[Round] = FakeShelf()
        self.surveys: FakeShelf[Survey] = FakeShelf()
        self.tips: FakeShelf[Tip] = FakeShelf()
        self.tip_pieces: FakeShelf[TipPiece] = FakeShelf()
        self.tip_rewards: FakeShelf[TipReward] = FakeShelf()
        self.bonuses: FakeShelf[SealedBonus] = FakeShelf()
        self.deputyships: FakeShelf[Deputyship] = FakeShelf()
        self.relays: FakeShelf[Relay] = FakeShelf()
        self.remembered: FakeShelf[Remembered] = FakeShelf()
        self.imports: FakeShelf[Import] = FakeShelf()
        self.import_parts: FakeShelf[ImportPart] = FakeShelf()
        self.earlier_files: FakeShelf[EarlierFile] = FakeShelf()
        self.records_exports: FakeShelf[RecordsExport] = FakeShelf()
        self.known_cases = FakeKnownCases(self)

    def today(self, site: str) -> date:
        return self.company.day_at(site, self.now)

    async def shown(self, chat_id: int, message_id: int) -> int | None:
        """The case that a message in a chat was about."""
        return self.shown_on.get((chat_id, message_id))
