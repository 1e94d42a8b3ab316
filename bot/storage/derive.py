"""A table from a noun: each field of the frozen dataclass becomes a column of the fitting type."""

import types
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
    hints = get_type_hints(noun)
    columns = [_column(field.name, hints[field.name], key) for field in fields(noun)]
    return Table(name, metadata, *columns, *extras)


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
