"""What the vital signs mean: what is wrong, what somebody should see to, and what is well."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.health.vitals import Queue, Vitals

NOVEMBER, DECEMBER = 11, 12
LOW, VERY_LOW = 2 << 30, 200 << 20


class Level(StrEnum):
    """How bad it is: `wrong` makes the exit code 1."""

    WELL = "well"
    SEE_TO = "see_to"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How late is late: for what should happen at once, for the sign of life, and for a backup."""

    late: timedelta = timedelta(minutes=15)
    silent: timedelta = timedelta(minutes=2)
    backup: timedelta = timedelta(hours=26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One line of the report: `what` and level pick its words, `data` fills them."""

    what: str
    level: Level
    data: dict[str, object] = field(default_factory=dict)


def signs_of(vitals: Vitals, limits: Limits) -> Iterator[Sign]:
    """The whole report, the most vital first."""
    yield _age("alive", vitals.now, vitals.alive_at, limits.silent)
    for what, queue in (("timers", vitals.timers), ("outbox", vitals.outbox), ("inbox", vitals.inbox)):
        yield _waiting(what, vitals.now, queue, limits.late)
    yield _late(vitals)
    yield _waiting("fetching", vitals.now, vitals.fetching, limits.late, Level.SEE_TO)
    for what, count in (("aside", vitals.aside), ("failed", vitals.failed), ("missing", vitals.missing)):
        yield Sign(what=what, level=Level.SEE_TO if count else Level.WELL, data={"count": count})
    yield _unreachable(vitals.unreachable)
    yield _calendar(vitals)
    yield _age("backup", vitals.now, vitals.backup_at, limits.backup)
    yield _disk(vitals.free)


def _age(what: str, now: datetime, at: datetime | None, limit: timedelta) -> Sign:
    if at is None:
        return Sign(what=what, level=Level.WRONG, data={"at": None, "age": None})
    age = max(timedelta(0), now - at)
    return Sign(what=what, level=Level.WRONG if age > limit else Level.WELL, data={"at": at, "age": age})


def _waiting(what: str, now: datetime, queue: Queue, limit: timedelta, level: Level = Level.WRONG) -> Sign:
    waits = queue.waits_for(now)
    data: dict[str, object] = {"count": queue.count, "age": waits}
    return Sign(what=what, level=level if waits > limit else Level.WELL, data=data)


def _late(vitals: Vitals) -> Sign:
    level = Level.WRONG if vitals.late_since else Level.WELL
    return Sign(what="late", level=level, data={"since": vitals.late_since})


def _unreachable(names: tuple[str, ...]) -> Sign:
    level = Level.SEE_TO if names else Level.WELL
    return Sign(what="unreachable", level=level, data={"count": len(names), "names": names})


def _calendar(vitals: Vitals) -> Sign:
    """Next year's holidays are announced in November; in December deadlines begin to rest on them."""
    asked = {NOVEMBER: Level.SEE_TO, DECEMBER: Level.WRONG}.get(vitals.now.month, Level.WELL)
    level = Level.WELL if vitals.next_year else asked
    return Sign(
        what="calendar", level=level, data={"year": vitals.now.year + 1, "is_known": vitals.next_year}
    )


def _disk(free: int) -> Sign:
    level = Level.WRONG if free < VERY_LOW else Level.SEE_TO if free < LOW else Level.WELL
    return Sign(what="disk", level=level, data={"free": free})
