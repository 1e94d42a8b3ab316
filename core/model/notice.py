"""A notice of deduction to one employee, and the appeal against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.model.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice. Queued, delivered, seen, acknowledged, agreed, handed over and refused are separate and dated.

    `is_frozen` while an appeal or a correction is open: nothing may be withheld then. `content` fills its template
    and is kept whole, so the notice can be shown again exactly as it was given. Handed over is printed paper; who
    would not take it has `refused_at`, and `refused_before` says before whom, or what proves it. A later decision
    leaves it as it was and dates it: `replaced_by` another notice, or `lifted_at` with nothing in its place.
    """

    id: int = 0
    number: str
    case_id: int
    version: int
    person_id: int
    amount: Money
    content: Mapping[str, object] = field(default_factory=dict)
    issued_at: datetime
    delivered_at: datetime | None = None
    seen_at: datetime | None = None
    acknowledged_at: datetime | None = None
    figures_opened_at: datetime | None = None
    agreed_at: datetime | None = None
    appeal_until: datetime | None = None
    is_frozen: bool = False
    handed_over_at: datetime | None = None
    refused_at: datetime | None = None
    refused_before: str = ""
    replaced_by: int | None = None
    lifted_at: datetime | None = None

    @property
    def is_given(self) -> bool:
        """Whether it has reached its reader, in chat or on paper; only then time to appeal runs."""
        return self.delivered_at is not None or self.handed_over_at is not None

    def is_appeal_over(self, now: datetime) -> bool:
        """Whether the time to appeal has run out; what comes at its very end is still in time."""
        return self.is_given and self.appeal_until is not None and self.appeal_until <= now

    @property
    def is_standing(self) -> bool:
        """Whether it still says what is owed: neither replaced nor lifted."""
        return self.replaced_by is None and self.lifted_at is None


class AppealState(StrEnum):
    """Where an appeal stands; a late one waits for an auditor to admit it."""

    LATE = "late"
    OPEN = "open"
    DECIDED = "decided"
    NOT_ADMITTED = "not_admitted"


class AppealOutcome(StrEnum):
    """What came of an appeal: the notice stands, other figures are due, or nothing is owed."""

    UPHELD = "upheld"
    CHANGED = "changed"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An employee's appeal against a notice.

    `clause` is the rulebook's where it has one (else empty: the company's own limit). `hearer_id` is who took it, and
    until `answers_due_at` the other side may answer before it is decided. What an auditor says on admitting a late
    one, or on not doing so, is in `admission_reason`.
    """

    id: int = 0
    notice_id: int
    case_id: int
    person_id: int
    reason: str
    made_at: datetime
    state: AppealState = AppealState.OPEN
    clause: str = ""
    admitted_by: int | None = None
    admitted_at: datetime | None = None
    admission_reason: str = ""
    hearer_id: int | None = None
    taken_at: datetime | None = None
    answers_due_at: datetime | None = None
    outcome: AppealOutcome | None = None
    decision_reason: str = ""
    decided_at: datetime | None = None
