"""A table from a noun: each field of the frozen dataclass becomes a column of the fitting type."""

import types
from collections.abc import Collection
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, MetaData, Table, Text
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from bot.storage.columns import Fen, Instant, Json, Worded
from core.model.money import Money

PLAIN: dict[Any, type[TypeEngine[Any]]] = {
    bool: Boolean,
    int: BigInteger,
    str: Text,
    datetime: Instant,
    date: Date,
    Money: Fen,
}


def table_of(noun: type, name: str, metadata: MetaData, *extras: SchemaItem, key: str = "id") -> Table:
    """The table that keeps `noun`; `extras` are its indexes and constraints, `key` its primary key."""
    return Table(name, metadata, *columns_of(noun, key=key), *extras)


def columns_of(noun: type, *, without: Collection[str] = (), key: str = "") -> list[Column[Any]]:
    """The columns that keep the fields of `noun`, but for those in `without`."""
    hints = get_type_hints(noun)
    names = (field.name for field in fields(noun))
    return [_column(name, hints[name], key) for name in names if name not in without]


def _column(name: str, hint: Any, key: str) -> Column[Any]:  # noqa: ANN401 - any annotation of a noun
    kind, is_nullable = _without_none(hint)
    if name == key:
        return Column(name, Integer, primary_key=True, autoincrement=key == "id")
    return Column(name, _type(kind), nullable=is_nullable)


def _without_none(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - any annotation of a noun
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return kinds[0], True


def _type(kind: Any) -> TypeEngine[Any]:  # noqa: ANN401 - any annotation of a noun
    if kind in PLAIN:
        return PLAIN[kind]()
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Worded(kind)
    return Json(kind)
