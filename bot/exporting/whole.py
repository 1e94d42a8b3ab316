"""All that an export of some part holds, and what its manifest says of it."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.exporting.kinds import KINDS, SEALED
from bot.exporting.reading import Part, columns_of, count_of, rows_of
from bot.exporting.writing import Listed


async def listed_in(part: Part, zone: ZoneInfo, connection: AsyncConnection) -> list[Listed]:
    """Every kind that is in it, counted; days are those of the zone."""
    among = (part, zone, connection)
    return [
        Listed(kind.table, columns_of(kind), await count_of(kind, *among), partial(rows_of, kind, *among))
        for kind in KINDS
        if kind.is_in(part.cases())
    ]


def span_of(part: Part) -> dict[str, str | None]:
    """Of which days and site."""
    return {
        "since": part.since.isoformat() if part.since else None,
        "until": part.until.isoformat() if part.until else None,
        "site": part.site,
    }


def manifest_of(part: Part, company: str, now: datetime) -> Mapping[str, object]:
    """What the manifest says beside the files."""
    return {
        "company": company,
        "exported_at": now.isoformat(),
        "part": span_of(part),
        "amounts": "yuan",
        "times": "UTC",
        "sealed_and_left_out": sorted(SEALED),
        "of_other_cases_and_left_out": [kind.table for kind in KINDS if not kind.is_in(part.cases())],
    }
