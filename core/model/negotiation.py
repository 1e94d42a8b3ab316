"""What was said between company and customer, round by round, and how the customer took the outcome."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from core.model.remedy import Dispute, RemedyKind


class RoundOutcome(StrEnum):
    """How a round ended."""

    AGREED = "agreed"
    REFUSED = "refused"
    WAITING = "waiting"


class Contentment(StrEnum):
    """What the customer says of the outcome; silence after every reminder is none."""

    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"
    NO_ANSWER = "no_answer"


TOLD: Final = (Contentment.SATISFIED, Contentment.DISSATISFIED)
"""What the customer said; silence is told by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that was offered in a round."""

    kind: RemedyKind
    what: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round: what was on the table in which version of the plan, what the customer said, how it ended.

    `plan_number` is what people call that version. The customer's own messages and pictures are kept as evidence of the
    round. Without an outcome it is being taken down.
    """

    id: int = 0
    case_id: int
    version: int
    plan_number: int = 1
    dispute: Dispute
    offer: tuple[Offer, ...] = ()
    said: str = ""
    taken_down_by: int
    held_at: datetime
    outcome: RoundOutcome | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Whether the customer is content: asked once through sales, reminded of, and answered."""

    id: int = 0
    case_id: int
    asked_by: int
    asked_at: datetime
    reminders: int = 0
    answer: Contentment | None = None
    words: str = ""
    answered_by: int | None = None
    answered_at: datetime | None = None
