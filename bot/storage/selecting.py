"""Select statements by equality of fields, each built once and then reused."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, or_, select


def selecting(table: Table, equal: Mapping[str, object], order: str, limit: int | None) -> Select[Any]:
    """The rows of `table` where every field equals its value, in the order of one column; KeyError if unknown."""
    return _statement(table, tuple((name, _shape(value)) for name, value in equal.items()), order, limit)


def bound(equal: Mapping[str, object]) -> dict[str, object]:
    """The values to run that statement with."""
    return {name: _plain(value) for name, value in equal.items() if value is not None}


def _shape(value: object) -> str:
    if value is None:
        return "absent"
    if isinstance(value, tuple):
        return "one of or absent" if None in value else "one of"
    return "equal"


def _plain(value: object) -> object:
    return [item for item in value if item is not None] if isinstance(value, tuple) else value


@cache
def _statement(
    table: Table, shapes: tuple[tuple[str, str], ...], order: str, limit: int | None
) -> Select[Any]:
    conditions = [_condition(table, name, shape) for name, shape in shapes]
    return select(table).where(*conditions).order_by(table.c[order]).limit(limit)


def _condition(table: Table, name: str, shape: str) -> ColumnElement[bool]:
    column = table.c[name]
    if shape == "absent":
        return column.is_(None)
    if shape == "equal":
        return column == bindparam(name, type_=column.type)
    among = column.in_(bindparam(name, type_=column.type, expanding=True))
    return or_(among, column.is_(None)) if shape == "one of or absent" else among
