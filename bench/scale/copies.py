"""Which earlier case each new one is a copy of, when it was registered, whose it is, and whether it is still open.

Nine years of cases at an even pace, a tenth of all in the last month, a fiftieth since its end; two in a hundred are open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import Boolean, Column, Connection, Index, Integer, MetaData, Table, insert, select

from bench.scale.founding import TEAMS
from bot.storage.tables import cases

EARLIER, LAST_MONTH = 0.88, 0.98
YEARS = timedelta(days=9 * 365)
OPEN_OF_LAST_MONTH, OPEN_SINCE = 0.1, 0.5
AT_ONCE = 10_000
SEED = 6

metadata = MetaData()
copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("original", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("team", Integer, nullable=False),
    # seconds from the original's time to the copy's
    Column("later", Integer, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Index("ix_copies_original", "original"),
    prefixes=["TEMPORARY"],
)


@dataclass(frozen=True, slots=True)
class Times:
    """The month that is reported on, and now."""

    now: datetime

    @property
    def month(self) -> tuple[datetime, datetime]:
        """Begin and end of the month before this one."""
        ends = self.now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return (ends - timedelta(days=1)).replace(day=1), ends

    def registered_at(self, share: float) -> datetime:
        """When the case was registered before which that share of all were."""
        begins, ends = self.month
        if share < EARLIER:
            return begins - YEARS * (1 - share / EARLIER)
        if share < LAST_MONTH:
            return begins + (ends - begins) * ((share - EARLIER) / (LAST_MONTH - EARLIER))
        return ends + (self.now - ends) * ((share - LAST_MONTH) / (1 - LAST_MONTH))


def plan(connection: Connection, count: int, times: Times) -> int:
    """Plan copies until there are so many cases; how many originals there are."""
    metadata.create_all(connection)
    originals = connection.execute(select(cases.c.id, cases.c.registered_at).order_by(cases.c.id)).all()
    drawn = Random(SEED)  # noqa: S311 - the same in every run is what is wanted
    rows: list[dict[str, object]] = []
    for row in _copies([(one.id, one.registered_at) for one in originals], count, times, drawn):
        rows.append(row)
        if len(rows) == AT_ONCE:
            connection.execute(insert(copies), rows)
            rows.clear()
    if rows:
        connection.execute(insert(copies), rows)
    return len(originals)


def _copies(
    originals: list[tuple[int, datetime]], count: int, times: Times, drawn: Random
) -> Iterator[dict[str, object]]:
    for number in range(len(originals) + 1, count + 1):
        done, place = divmod(number - 1, len(originals))
        original, registered_at = originals[place]
        share = number / count
        yield {
            "id": number,
            "original": original,
            "round": done,
            "team": drawn.randrange(TEAMS),
            "later": int((times.registered_at(share) - registered_at).total_seconds()),
            "is_open": drawn.random() < _open_share(share),
        }


def _open_share(share: float) -> float:
    if share < EARLIER:
        return 0.0
    return OPEN_OF_LAST_MONTH if share < LAST_MONTH else OPEN_SINCE
