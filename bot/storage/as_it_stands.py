"""Reads chained rows as they stand in the database: what nobody of ours wrote is a fault to name, no reason to stop."""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, Text, type_coerce
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.storage.columns import Fen, Instant, Worded
from core.model.money import ZERO, Money

NEVER: Final = datetime.min.replace(tzinfo=UTC)


class _Words(TypeDecorator[str]):
    """Any value as text; bytes are shown as such."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: object, dialect: Dialect) -> str | None:
        """Whatever stands there, as text."""
        _ = dialect
        return None if value is None else str(value)


class _Instant(TypeDecorator[datetime]):
    """The instant that a text says; `NEVER`, at which nothing was written, for a text that says none."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: object, dialect: Dialect) -> datetime:
        """Whatever stands there, as an instant."""
        _ = dialect
        try:
            return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)
        except ValueError:
            return NEVER


class _Fen(TypeDecorator[Money]):
    """Money; nothing, which is never booked, for what are no whole fen."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: object, dialect: Dialect) -> Money:
        """Whatever stands there, as money."""
        _ = dialect
        return Money(value) if isinstance(value, int) else ZERO


def as_they_stand(table: Table) -> tuple[ColumnElement[Any], ...]:
    """Every column of that table, in a type that reads whatever is there."""
    return tuple(_standing(column) for column in table.columns)


def _standing(column: Column[Any]) -> ColumnElement[Any]:
    if isinstance(column.type, Instant):
        return type_coerce(column, _Instant).label(column.name)
    if isinstance(column.type, Fen):
        return type_coerce(column, _Fen).label(column.name)
    if isinstance(column.type, (Text, Worded)):
        return type_coerce(column, _Words).label(column.name)
    return column
