"""A press that decides something about a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Act(StrEnum):
    """What was decided or said."""

    CONFIRMED = "confirmed"
    OBJECTED = "objected"
    KEPT = "kept"
    CHANGED = "changed"
    RECHECKED = "rechecked"
    APPROVED = "approved"
    REJECTED = "rejected"


APPROVALS: Final = frozenset({Act.APPROVED, Act.RECHECKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision on one version of the figures; taken back, it stays and is dated.

    `desk` is the department for confirmations, the rulebook's post for approvals; `step` orders the chain. `for_id`
    is whom a deputy decided for.
    """

    id: int = 0
    case_id: int
    version: int
    act: Act
    desk: str
    step: int = 0
    person_id: int
    for_id: int | None = None
    reason: str = ""
    decided_at: datetime
    taken_back_at: datetime | None = None
    is_merged: bool = False
