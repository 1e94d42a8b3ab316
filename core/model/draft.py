"""A complaint on its way to registration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DraftState(StrEnum):
    """What became of a draft; `loose` is what came without saying what it belongs to, until the person says."""

    LOOSE = "loose"
    OPEN = "open"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"
    JOINED = "joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft; `fields` holds what a person gave, `found` what was read in the text and where.

    `settles_at` is when a burst counts as complete; until then the bot stays silent.
    """

    id: int = 0
    person_id: int
    state: DraftState = DraftState.OPEN
    fields: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    origin_name: str = ""
    received_at: datetime
    opened_at: datetime
    settles_at: datetime | None = None
    case_id: int | None = None
    version: int = 1
