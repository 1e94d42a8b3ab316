"""The bot's vital signs at one instant, as they are in the database and on the disk."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Queue:
    """Things that wait: how many, and since when the oldest does."""

    count: int = 0
    since: datetime | None = None

    def waits_for(self, now: datetime) -> timedelta:
        """For how long the oldest has been waiting."""
        return max(timedelta(0), now - self.since) if self.since else timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """What was seen at `now`. `timers` are those that should have rung; `unreachable` are names.

    `aside`, `failed` and `missing` count updates, messages and files that were given up; `late_since` is the open
    alarm of the watch-dog; `next_year` tells whether its working days are known; `free` is bytes of the disk.
    """

    now: datetime
    alive_at: datetime | None = None
    sent_at: datetime | None = None
    late_since: datetime | None = None
    inbox: Queue = Queue()
    outbox: Queue = Queue()
    timers: Queue = Queue()
    fetching: Queue = Queue()
    aside: int = 0
    failed: int = 0
    missing: int = 0
    unreachable: tuple[str, ...] = ()
    next_year: bool = True
    log_rows: int = 0
    log_head: str = ""
    backup_at: datetime | None = None
    free: int = 0
