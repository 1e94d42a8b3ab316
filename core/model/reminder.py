"""A reminder of a deadline to one person, which is given once ever."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One stage of a deadline for one person; `key` is unique, so nobody is told the same thing twice.

    `told_at` is when it went out, or was listed in the morning's digest; None while it waits for that.
    """

    id: int = 0
    key: str
    clock_id: int
    case_id: int | None = None
    person_id: int
    stage: str
    rung_at: datetime
    told_at: datetime | None = None
