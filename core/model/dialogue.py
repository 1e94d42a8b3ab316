"""The one open question the bot has put to a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Where a person stands in a conversation; `step` is the value of a Step enum, `data` what it needs."""

    person_id: int
    step: str
    data: Mapping[str, object] = field(default_factory=dict)
    asked_at: datetime
