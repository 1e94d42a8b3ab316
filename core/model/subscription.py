"""Who gets a report sent, and which."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One person's; of its periods `rhythm` is weekly or monthly. Ended ones stay, to be told from none."""

    id: int = 0
    person_id: int
    rhythm: str
    since: datetime
    ended_at: datetime | None = None
