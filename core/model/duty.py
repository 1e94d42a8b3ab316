"""A named task with an owner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing somebody must do; `kind` is the key of its words, `data` fills them."""

    id: int = 0
    case_id: int | None = None
    kind: str
    owner_id: int | None
    data: Mapping[str, object] = field(default_factory=dict)
    clause: str = ""
    opened_at: datetime
    due_at: datetime | None = None
    done_at: datetime | None = None
    done_by: int | None = None
