"""A payroll batch (扣款批次): what is withheld from the wages of one month, line by line."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.money import ZERO, Money
from core.payroll.month import Month


class BatchState(StrEnum):
    """Where a batch stands: prepared, made by one person, closed by another, and agreed with the payslips."""

    PREPARED = "prepared"
    MADE = "made"
    CLOSED = "closed"
    SETTLED = "settled"


class Hold(StrEnum):
    """Why nothing is withheld for a line, though it is owed."""

    FROZEN = "frozen"
    NO_CONTRACT = "no_contract"
    NOT_PUBLISHED = "not_published"
    NOT_NOTICED = "not_noticed"
    PAUSED = "paused"
    NO_WAGE = "no_wage"
    NO_MINIMUM_WAGE = "no_minimum_wage"
    LEAVER = "leaver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One month's batch; a closed one is never changed.

    `file_sha256` is the hash of the wages file, `version` counts its states, `head` is the ledger's when it closed.
    `reported_at` is when the payslips came back.
    """

    id: int = 0
    month: str
    number: str = ""
    state: BatchState = BatchState.PREPARED
    version: int = 1
    file_sha256: str
    prepared_at: datetime
    made_by: int | None = None
    made_at: datetime | None = None
    closed_by: int | None = None
    closed_at: datetime | None = None
    reported_at: datetime | None = None
    settled_by: int | None = None
    settled_at: datetime | None = None
    head: str = ""

    @property
    def is_final(self) -> bool:
        """Whether it is closed, so that its lines can change no more."""
        return self.state in (BatchState.CLOSED, BatchState.SETTLED)

    @property
    def is_of_unusual_month(self) -> bool:
        """Whether the wages are neither of the month in which it was prepared nor of the one before."""
        month = Month.of(self.month)
        return Month.around(self.prepared_at.date()) not in (month, month.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """One line: what a person owes under a clause of a case, and what is withheld of it this month.

    A negative amount is paid back. `hold` says why nothing is withheld; `withheld` is what the payslip says.
    """

    id: int = 0
    batch_id: int
    person_id: int
    case_id: int
    notice_id: int
    clause: str
    owed: Money
    amount: Money
    hold: Hold | None = None
    withheld: Money | None = None

    @property
    def is_reward(self) -> bool:
        """Whether it pays a reward out: it goes to payroll without saying for what."""
        return self.notice_id == 0

    @property
    def remaining(self) -> Money:
        """What is still owed after it."""
        return self.owed - self.amount

    @property
    def difference(self) -> Money:
        """What the payslip withheld beyond the line; nothing while none has come back."""
        return ZERO if self.withheld is None else self.withheld - self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedWage:
    """One person's wage and limit in a batch, encrypted; erased after `erase_on`."""

    id: int = 0
    batch_id: int
    person_id: int
    sealed: str
    erase_on: date


class PlanKind(StrEnum):
    """How a notice's withholding departs from the rule: not for now, so much a month, or never."""

    PAUSE = "pause"
    INSTALMENTS = "instalments"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What is asked for: instalments of at most `each` a month, a pause up to the month `until` (empty: until ended)."""

    kind: PlanKind
    each: Money | None = None
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An agreed way of withholding what a notice charges; it counts once a second person has approved it.

    A pause ends with the month `until` (empty: until it is ended), instalments are at most `each` a month.
    """

    id: int = 0
    notice_id: int
    case_id: int
    person_id: int
    kind: PlanKind
    until: str = ""
    each: Money | None = None
    reason: str
    asked_by: int
    asked_at: datetime
    approved_by: int | None = None
    approved_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_done(self) -> bool:
        """Whether it was a waiver and is booked: should more be owed again, another may be asked for."""
        return self.kind is PlanKind.WAIVER and self.approved_at is not None

    def holds_in(self, month: str) -> bool:
        """Whether it counts in that month: approved, not ended, and not over."""
        return self.approved_at is not None and self.ended_at is None and not self.is_over_in(month)

    def is_over_in(self, month: str) -> bool:
        """Whether it was a pause that ended before that month."""
        return self.kind is PlanKind.PAUSE and bool(self.until) and month > self.until
