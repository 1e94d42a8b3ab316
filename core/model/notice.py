"""A notice of deduction to one employee, and the appeal against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.model.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice. Queued, delivered, seen, acknowledged, agreed and handed over are separate and dated.

    `is_frozen` while an appeal is open: nothing may be withheld then. `content` fills its template and is kept
    whole, so the notice can be shown again exactly as it was given.
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


class AppealState(StrEnum):
    """Where an appeal stands."""

    OPEN = "open"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An employee's appeal against a notice."""

    id: int = 0
    notice_id: int
    case_id: int
    person_id: int
    reason: str
    made_at: datetime
    state: AppealState = AppealState.OPEN
