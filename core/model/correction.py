"""A correction (更正): a decided case whose figures are taken up again, with the reason."""

from dataclasses import dataclass
from datetime import datetime

from core.model.notice import AppealOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction; it is over when the case is decided again (`done_at`).

    One that an appeal made necessary names it, and binds the new figures: `person_id` must owe nothing (lifted), or
    less than `version` of the figures said (changed).
    """

    id: int = 0
    case_id: int
    version: int
    opened_by: int
    reason: str
    opened_at: datetime
    appeal_id: int | None = None
    person_id: int | None = None
    outcome: AppealOutcome | None = None
    done_at: datetime | None = None
