"""What somebody last looked for, kept so that the buttons under its list can turn the page."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One person's latest search; `number` goes up with each, so that buttons under an older list are known."""

    person_id: int
    words: str
    number: int
    asked_at: datetime
