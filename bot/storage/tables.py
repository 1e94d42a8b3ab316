"""The tables of nouns, and what is kept beside tips."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.columns import Instant
from bot.storage.derive import table_of
from bot.storage.metadata import metadata
from core.model.account_reading import AccountReading
from core.model.calendar_year import CalendarYear
from core.model.case import Case
from core.model.case_link import CaseLink
from core.model.correction import Correction
from core.model.corrective_plan import CorrectivePlan
from core.model.deadline_clock import DeadlineClock
from core.model.decision import Decision
from core.model.deputy import Deputyship
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.duty import Duty
from core.model.earlier_file import EarlierFile
from core.model.evidence import Evidence
from core.model.figures import Figures
from core.model.group import Group
from core.model.imported import Import, ImportPart
from core.model.invitation import Invitation
from core.model.month_figure import MonthFigure
from core.model.negotiation import Round, Survey
from core.model.notice import Appeal, Notice
from core.model.party import Party, Statement
from core.model.person import Person
from core.model.proposed_edition import EditionReceipt, ProposedEdition
from core.model.records_export import RecordsExport
from core.model.relay import Relay
from core.model.remedy import Remedy, Undertaking
from core.model.remembered import Remembered
from core.model.reminder import Reminder
from core.model.search import Search
from core.model.subscription import Subscription
from core.model.timer import Timer
from core.model.tip import SealedBonus, Tip, TipPiece, TipReward
from core.payroll.batch import Batch, BatchLine, Plan, SealedWage
from core.payroll.upload import WagesUpload

persons = table_of(Person, "persons", metadata, UniqueConstraint("employee_no"), UniqueConstraint("chat_id"))
invitations = table_of(Invitation, "invitations", metadata, UniqueConstraint("secret_hash"))
groups = table_of(Group, "chat_groups", metadata, UniqueConstraint("chat_id"))
drafts = table_of(Draft, "drafts", metadata, Index(None, "person_id", "state"))
dialogues = table_of(Dialogue, "dialogues", metadata, key="person_id")
evidence = table_of(
    Evidence,
    "evidence",
    metadata,
    Index(None, "holder", "holder_id"),
    Index(None, "storing"),
    Index(None, "media_group_id"),
    Index(None, "chat_id", "message_id"),
)
cases = table_of(
    Case,
    "cases",
    metadata,
    UniqueConstraint("number"),
    Index(None, "stage", "stage_since", "site"),
    Index(None, "registered_at", "site"),
    Index(None, "reporter_id", "stage", "replied_at"),
    Index(None, "owner_id", "stage"),
    # where a fault may have come back
    Index(None, "product", "stage", "stage_since"),
    Index(None, "part_no", "stage", "stage_since"),
    Index(
        "ix_cases_unanswered",
        "first_reply_due_at",
        sqlite_where=text("replied_at IS NULL AND stage NOT IN ('closed', 'refused')"),
    ),
)
searches = table_of(Search, "searches", metadata, key="person_id")
case_links = table_of(
    CaseLink,
    "case_links",
    metadata,
    Index(None, "case_id"),
    Index(None, "other_id"),
    Index(None, "linked_at"),
    # of two cases at most one link is live
    Index("uq_case_links_live", "case_id", "other_id", unique=True, sqlite_where=text("undone_at IS NULL")),
)
corrective_plans = table_of(
    CorrectivePlan, "corrective_plans", metadata, UniqueConstraint("case_id", "round")
)
parties = table_of(Party, "parties", metadata, Index(None, "case_id", "person_id"), Index(None, "person_id"))
statements = table_of(Statement, "statements", metadata, Index(None, "case_id"))
figures = table_of(
    Figures,
    "figures",
    metadata,
    UniqueConstraint("case_id", "version"),
    # all that a report reads of rows that are long
    Index("ix_figures_sums", "case_id", "grade", "direct_loss", "charged", "borne"),
)
decisions = table_of(Decision, "decisions", metadata, Index(None, "case_id"), Index(None, "person_id"))
notices = table_of(
    Notice,
    "notices",
    metadata,
    UniqueConstraint("number"),
    Index(None, "case_id"),
    Index(None, "person_id"),
)
appeals = table_of(
    Appeal,
    "appeals",
    metadata,
    UniqueConstraint("notice_id"),
    Index(None, "case_id"),
    Index(None, "person_id"),
    Index(None, "state"),
)
corrections = table_of(Correction, "corrections", metadata, Index(None, "case_id"))
duties = table_of(
    Duty,
    "duties",
    metadata,
    Index(None, "owner_id", "done_at"),
    Index(None, "case_id"),
    Index(None, "role", "done_at"),
    Index(None, "key", unique=True),
    Index("ix_duties_late", "due_at", sqlite_where=text("done_at IS NULL")),
    Index("ix_duties_open", "kind", "role", "site", sqlite_where=text("done_at IS NULL")),
)
deadline_clocks = table_of(
    DeadlineClock,
    "deadline_clocks",
    metadata,
    UniqueConstraint("subject", "subject_id"),
    Index(None, "case_id"),
    Index(None, "person_id", "stopped_at"),
    Index(None, "is_provisional", "stopped_at"),
    # and all that a report reads of them
    Index("ix_deadline_clocks_due", "site", "due_at", "subject", "subject_id", "case_id", "stopped_at"),
)
reminders = table_of(
    Reminder, "reminders", metadata, UniqueConstraint("key"), Index(None, "person_id", "told_at")
)
calendar_years = table_of(CalendarYear, "calendar_years", metadata, UniqueConstraint("site", "year"))
remedies = table_of(Remedy, "remedies", metadata, UniqueConstraint("case_id"))
undertakings = table_of(Undertaking, "undertakings", metadata, Index(None, "case_id"), Index(None, "done_at"))
rounds = table_of(Round, "rounds", metadata, Index(None, "case_id"))
surveys = table_of(Survey, "surveys", metadata, Index(None, "case_id"), Index(None, "answered_at"))
deputyships = table_of(Deputyship, "deputyships", metadata, Index(None, "deputy_id"))
month_figures = table_of(MonthFigure, "month_figures", metadata, UniqueConstraint("site", "month", "kind"))
subscriptions = table_of(Subscription, "subscriptions", metadata, Index(None, "person_id"))
relays = table_of(Relay, "relays", metadata, Index(None, "case_id"), Index(None, "owner_id", "answered_at"))
remembered = table_of(Remembered, "remembered", metadata, UniqueConstraint("kind", "name"))
imports = table_of(Import, "imports", metadata)
import_parts = table_of(ImportPart, "import_parts", metadata, Index(None, "import_id"))
earlier_files = table_of(EarlierFile, "earlier_files", metadata, Index(None, "state"))
records_exports = table_of(RecordsExport, "records_exports", metadata, Index(None, "ended_at"))
timers = table_of(
    Timer,
    "timers",
    metadata,
    UniqueConstraint("key"),
    # what has rung is never looked at again, and soon is nearly all
    Index("ix_timers_waiting", "due_at", "id", sqlite_where=text("rung_at IS NULL AND stopped_at IS NULL")),
)
tips = table_of(Tip, "tips", metadata, UniqueConstraint("number"), Index(None, "state"))
tip_pieces = table_of(TipPiece, "tip_pieces", metadata, Index(None, "tip_id"), Index(None, "storing"))
tip_rewards = table_of(TipReward, "tip_rewards", metadata, Index(None, "tip_id"))
bonuses = table_of(SealedBonus, "bonuses", metadata)
# who is writing a tip, and which messages belong to one: hashes that cannot be guessed without the bot's own key
tip_marks = Table(
    "tip_marks",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("tip", Text, nullable=False),
    Column("is_person", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "tip"),
)
# answers to whoever sent a tip, sealed with the bot's own key; gone once they are sent
tip_letters = Table(
    "tip_letters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("tries", Integer, nullable=False),
)

batches = table_of(Batch, "batches", metadata, UniqueConstraint("month"), Index(None, "state"))
batch_lines = table_of(BatchLine, "batch_lines", metadata, Index(None, "batch_id"), Index(None, "person_id"))
wages = table_of(
    SealedWage, "wages", metadata, UniqueConstraint("batch_id", "person_id"), Index(None, "erase_on")
)
wages_uploads = table_of(WagesUpload, "wages_uploads", metadata, Index(None, "read_at"))
account_readings = table_of(AccountReading, "account_readings", metadata, Index(None, "person_id"))
proposed_editions = table_of(ProposedEdition, "proposed_editions", metadata, Index(None, "state"))
edition_receipts = table_of(
    EditionReceipt,
    "edition_receipts",
    metadata,
    UniqueConstraint("edition_id", "person_id"),
    Index(None, "person_id", "read_at"),
)
plans = table_of(Plan, "plans", metadata, Index(None, "notice_id"), Index(None, "ended_at"))
