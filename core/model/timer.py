"""A clock that runs: something happens at an instant, once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """One timer row; `key` is unique, so the same case, clause, stage and person never rings twice.

    `kind` picks what happens; `data` keeps the counting in words' inputs (why this time).
    """

    id: int = 0
    key: str
    kind: str
    subject_id: int
    person_id: int | None = None
    due_at: datetime
    data: Mapping[str, object] = field(default_factory=dict)
    rung_at: datetime | None = None
    stopped_at: datetime | None = None
