"""One employee's own account: their cases, what they owe there, and what speaks for or against them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.ledger.posting import Posting
from core.model.assessment import PersonResult
from core.model.case import Case
from core.model.label import Label
from core.model.money import ZERO, Money
from core.model.notice import Appeal, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """One case: the latest notice and appeal in it, what is still owed (negative: to be paid back), and the result.

    `result` is the person's own part of the figures, once the case is decided. `by_month` is what closed batches
    withheld for it (negative: paid back), as the payslips say where they have come back.
    """

    case: Case
    notice: Notice | None
    appeal: Appeal | None
    open_amount: Money
    result: PersonResult | None
    sanctions: tuple[Label, ...] = ()
    is_appeal_over: bool = False
    by_month: tuple[tuple[str, Money], ...] = ()

    @property
    def appeal_until(self) -> datetime | None:
        """The last instant to appeal, while it counts: the notice is there, stands, and nobody has appealed."""
        notice = self.notice
        counts = notice is not None and notice.is_given and notice.is_standing and self.appeal is None
        return notice.appeal_until if counts and notice else None

    @property
    def points(self) -> int:
        """Points that the case brought."""
        return self.result.points if self.result else 0

    @property
    def points_under(self) -> tuple[str, ...]:
        """The clauses that the points come from, each once."""
        lines = self.result.lines if self.result else ()
        return tuple(dict.fromkeys(line.clause for line in lines if line.kind == "points"))

    @property
    def reward(self) -> Money:
        """What the case rewards."""
        return (self.result.reward if self.result else None) or ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccount:
    """All of it, the latest case first; `postings` are the person's transactions, oldest first.

    `month_of` is the month of each payroll batch that a transaction came from. `read_by` are those who opened it by
    their role, and when, the latest first.
    """

    lines: tuple[OwnLine, ...]
    postings: tuple[Posting, ...]
    month_of: Mapping[int, str] = field(default_factory=dict)
    read_by: tuple[tuple[str, datetime], ...] = ()

    @property
    def open_amount(self) -> Money:
        """What is owed in all."""
        return sum((line.open_amount for line in self.lines), start=ZERO)

    @property
    def points(self) -> int:
        """All points."""
        return sum(line.points for line in self.lines)

    @property
    def reward(self) -> Money:
        """All rewards."""
        return sum((line.reward for line in self.lines), start=ZERO)
