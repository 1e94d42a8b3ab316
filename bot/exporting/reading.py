"""Reads the rows of an export as plain values: amounts as money, times in UTC, lists and answers as they are."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Boolean, Column, Date, TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.exporting.kinds import Kind
from bot.storage.all_tables import metadata
from bot.storage.chained_tables import log, log_words
from bot.storage.columns import Fen, Instant, Json
from core.model.money import Money

Value = str | int | bool | date | Money | list[Any] | dict[str, Any] | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Cases registered on days of this span (both included), at one site; without anything: all there is."""

    since: date | None = None
    until: date | None = None
    site: str | None = None

    def cases(self) -> str:
        """The query of their ids; empty for all."""
        asked = (
            (self.since, "registered_at >= :begins"),
            (self.until, "registered_at < :ends"),
            (self.site, "site = :site"),
        )
        said = [condition for value, condition in asked if value]
        return f"SELECT id FROM cases WHERE {' AND '.join(said)}" if said else ""  # noqa: S608 - our own words

    def values(self, zone: ZoneInfo) -> dict[str, object]:
        """What the query asks with, as the columns keep it."""
        ends = self.until + timedelta(days=1) if self.until else None
        asked = {"begins": _kept(self.since, zone), "ends": _kept(ends, zone), "site": self.site}
        return {name: value for name, value in asked.items() if value is not None}


def _kept(day: date | None, zone: ZoneInfo) -> str | None:
    if day is None:
        return None
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def columns_of(kind: Kind) -> list[str]:
    """The names of what its rows hold."""
    return [name for name in metadata.tables[kind.table].columns.keys() if name not in kind.without]  # noqa: SIM118 - no dict


async def rows_of(kind: Kind, part: Part, zone: ZoneInfo, connection: AsyncConnection) -> AsyncIterator[Row]:
    """The rows that belong to that part, in the order in which they were written, one after the other."""
    names = columns_of(kind)
    listed = ", ".join(f'"{name}"' for name in names)
    readers = {name: _reader(metadata.tables[kind.table].columns[name]) for name in names}
    statement, values = _asked(listed, kind, part, zone, f"ORDER BY {kind.order}")
    async with connection.stream(statement, values) as rows:
        async for one in rows.mappings():
            yield {name: _read(readers[name], row) for name, row in one.items()}


async def count_of(kind: Kind, part: Part, zone: ZoneInfo, connection: AsyncConnection) -> int:
    """How many those are."""
    statement, values = _asked("count(*)", kind, part, zone)
    found: int = (await connection.execute(statement, values)).scalar_one()
    return found


def _asked(
    what: str, kind: Kind, part: Part, zone: ZoneInfo, order: str = ""
) -> tuple[TextClause, dict[str, object]]:
    where = kind.where(part.cases())
    statement = text(f'SELECT {what} FROM "{kind.table}" WHERE {where} {order}')  # noqa: S608 - our own names
    values = part.values(zone)
    return statement, {name: values[name] for name in statement.compile().params}


Reader = Callable[[Any], Value]
_JSON_TEXTS: Final = frozenset({log.c.facts, log_words.c.words})


def _read(reader: Reader, value: object) -> Value:
    return None if value is None else reader(value)


def _reader(column: Column[Any]) -> Reader:
    if column in _JSON_TEXTS:
        return json.loads
    for kind, reader in _READERS.items():
        if isinstance(column.type, kind):
            return reader
    return _as_it_is


def _as_it_is(value: Any) -> Value:  # noqa: ANN401 - what the database holds
    return value  # type: ignore[no-any-return]


def _instant(value: str) -> str:
    return datetime.fromisoformat(value).replace(tzinfo=UTC).isoformat()


_READERS: Final[Mapping[type, Reader]] = {
    Fen: Money,
    Instant: _instant,
    Json: json.loads,
    Boolean: bool,
    Date: date.fromisoformat,
}
