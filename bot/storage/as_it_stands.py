"""Reads chained rows as they stand in the database: what nobody of ours wrote is a fault to name, no reason to stop."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, FromClause, bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import Fen, Instant
from bot.storage.driver_rows import driver_rows
from core.model.money import ZERO, Money

NEVER: Final = datetime.min.replace(tzinfo=UTC)
# so many are in memory at a time, however long the chain is
_AT_ONCE: Final = 2_000
_BEFORE_ALL: Final = float("-inf")


class AsTheyStand:
    """All rows of `place`, by the number that is the first of these columns: as mappings, page after page."""

    def __init__(self, columns: Sequence[Column[Any]], place: FromClause) -> None:
        self._names = tuple(column.name for column in columns)
        self._reading = tuple(
            (column.name, _READING[type(column.type)]) for column in columns if type(column.type) in _READING
        )
        number, *others = columns
        self._page = (
            select(number, *(_standing(column) for column in others))
            .select_from(place)
            .where(number > bindparam("after"))
            .order_by(number)
            .limit(bindparam("most"))
        )

    async def pages(self, connection: AsyncConnection) -> AsyncIterator[Sequence[Mapping[str, Any]]]:
        """Each page is read when it is asked for."""
        asked = {"after": _BEFORE_ALL, "most": _AT_ONCE}
        while rows := await driver_rows(connection, self._page, asked):
            yield [self._read(row) for row in rows]
            asked = {"after": rows[-1][0], "most": _AT_ONCE}

    def _read(self, row: Sequence[Any]) -> Mapping[str, Any]:
        read = dict(zip(self._names, row, strict=True))
        for name, reading in self._reading:
            read[name] = reading(read[name])
        return read


def _standing(column: Column[Any]) -> ColumnElement[Any]:
    """Whole numbers and texts as they are; of anything else, which we never write, what the database calls it."""
    return case((func.typeof(column).in_(("integer", "text", "null")), column), else_=func.quote(column))


def _instant(value: object) -> datetime:
    """The instant that a text says; `NEVER`, at which nothing was written, for a text that says none."""
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)
    except ValueError:
        return NEVER


def _fen(value: object) -> Money:
    """Money; nothing, which is never booked, for what are no whole fen."""
    return Money(value) if isinstance(value, int) else ZERO


_READING: Final[Mapping[type, Callable[[object], object]]] = {Instant: _instant, Fen: _fen}
