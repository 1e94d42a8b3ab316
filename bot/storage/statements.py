"""The statements of a shelf, each built once and then reused."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from bot.storage.upsert import insert_or_update

THE_KEY = "the_key"
Shapes = tuple[tuple[str, str], ...]


def selecting(
    table: Table, equal: Mapping[str, object], order: tuple[str, ...], limit: int | None
) -> Select[Any]:
    """The rows of `table` where every field equals its value, in the order of columns; KeyError if unknown.

    A column with `-` before its name is ordered from the highest down.
    """
    return _statement(table, shapes_of(equal), order, limit)


def shapes_of(equal: Mapping[str, object]) -> Shapes:
    """What a statement with these values looks like, whichever they are."""
    return tuple((name, _shape(value)) for name, value in equal.items())


def matching(table: Table, shapes: Shapes) -> tuple[ColumnElement[bool], ...]:
    """The conditions that every field equals its value; KeyError if unknown."""
    return tuple(_condition(table, name, shape) for name, shape in shapes)


def bound(equal: Mapping[str, object]) -> dict[str, object]:
    """The values to run that statement with."""
    return {name: _plain(value) for name, value in equal.items() if value is not None}


@cache
def adding(table: Table) -> Insert:
    """Insert one row; the database gives its id."""
    return insert(table)


@cache
def replacing(table: Table) -> Update:
    """Set every column of the row whose id is bound as THE_KEY."""
    others = {
        column.name: bindparam(column.name, type_=column.type)
        for column in table.columns
        if column.name != "id"
    }
    return update(table).where(table.c.id == bindparam(THE_KEY)).values(others)


@cache
def putting(table: Table, key: str) -> Insert:
    """Insert a row, or set the one with that key."""
    return insert_or_update(table, [key], [column.name for column in table.columns if column.name != key])


@cache
def removing(table: Table, key: str) -> Delete:
    """Delete the row whose key is bound as THE_KEY."""
    return delete(table).where(table.c[key] == bindparam(THE_KEY))


def _shape(value: object) -> str:
    if value is None:
        return "absent"
    if isinstance(value, tuple):
        return "one of or absent" if None in value else "one of"
    return "equal"


def _plain(value: object) -> object:
    return [item for item in value if item is not None] if isinstance(value, tuple) else value


@cache
def _statement(table: Table, shapes: Shapes, order: tuple[str, ...], limit: int | None) -> Select[Any]:
    return (
        select(table)
        .where(*matching(table, shapes))
        .order_by(*(_ordered(table, one) for one in order))
        .limit(limit)
    )


def _ordered(table: Table, order: str) -> ColumnElement[Any]:
    column = table.c[order.removeprefix("-")]
    return column.desc() if order.startswith("-") else column


def _condition(table: Table, name: str, shape: str) -> ColumnElement[bool]:
    column = table.c[name]
    if shape == "absent":
        return column.is_(None)
    if shape == "equal":
        return column == bindparam(name, type_=column.type)
    among = column.in_(bindparam(name, type_=column.type, expanding=True))
    return or_(among, column.is_(None)) if shape == "one of or absent" else among
