"""A person named in a case, with a role and a share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Hearing(StrEnum):
    """Whether a named person has spoken; silence is never consent."""

    ASKED = "asked"
    HEARD = "heard"
    DECLINED = "declined"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One person's part in one case; `role` is the rulebook's, `chosen_rate` a percent as text.

    `details` holds what else the rulebook asks of a person, in the words of `gongdao assess`
    (level, share_percent, previous_serious, month_wage …).
    """

    id: int = 0
    case_id: int
    person_id: int
    role: str
    department: str
    chosen_rate: str | None = None
    reason: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    hearing: Hearing = Hearing.ASKED
    hearing_due_at: datetime
    named_by: int
    named_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a party said before the decision."""

    id: int = 0
    case_id: int
    person_id: int
    text: str
    said_at: datetime
