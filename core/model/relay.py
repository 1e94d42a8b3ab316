"""A question to a case's owner, relayed with its answer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One question and its answer; both are part of the case."""

    id: int = 0
    case_id: int
    asker_id: int
    owner_id: int
    question: str
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
