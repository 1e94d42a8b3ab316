"""Gathers what the database holds of one person, as it stands there."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.persons.belonging import SECRET, doing_columns, own_columns
from bot.storage.chained_tables import log, log_words
from bot.storage.tables import figures, parties
from core.model.person import Person

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """`own` are whole rows by table; `done` says of other rows that the person did them; `figures` are own parts.

    Amounts of rows are fen, times UTC.
    """

    own: Mapping[str, list[Row]]
    done: list[Row]
    figures: list[Row]
    words: list[Row]
    wages: list[Row] = field(default_factory=list)


async def gathered(person: Person, connection: AsyncConnection) -> Belongings:
    """All of it but the wages, which are sealed."""
    own = {
        table.name: await _rows(table, column, _key(person, column), connection)
        for table, column in own_columns()
    }
    done = [
        row
        for table, column in doing_columns()
        for row in await _doings(table, column, person.id, connection)
    ]
    return Belongings(
        own={name: rows for name, rows in own.items() if rows},
        done=done,
        figures=await _figures(person, connection),
        words=await _words(person, connection),
    )


def _key(person: Person, column: Column[int]) -> int | None:
    return person.chat_id if column.name == "chat_id" else person.id


async def _rows(table: Table, column: Column[int], key: int | None, connection: AsyncConnection) -> list[Row]:
    asked = f'SELECT * FROM "{table.name}" WHERE "{column.name}" = ?'  # noqa: S608 - names of our own tables
    found = await connection.exec_driver_sql(asked, (key,))
    return [_plain(row) for row in found.mappings()]


async def _doings(
    table: Table, column: Column[int], person_id: int, connection: AsyncConnection
) -> list[Row]:
    kept = [name.name for name in table.columns if name.primary_key or name.name in ("case_id", "number")]
    times = [name.name for name in table.columns if name.name.endswith("_at")]
    rows = await _rows(table, column, person_id, connection)
    head = {"table": table.name, "as": column.name}
    return [head | {name: row[name] for name in (*kept, *times) if row[name] is not None} for row in rows]


async def _figures(person: Person, connection: AsyncConnection) -> list[Row]:
    """Of each set of figures put to people, the part of this person: what others pay is not theirs to have."""
    asked = select(figures.c.case_id, figures.c.version, figures.c.answer).where(
        figures.c.case_id.in_(select(parties.c.case_id).where(parties.c.person_id == person.id))
    )
    found = []
    for case_id, version, answer in (await connection.execute(asked)).all():
        mine = [part for part in answer.get("people", ()) if part.get("id") == str(person.id)]
        found += [{"case_id": case_id, "version": version, **part} for part in mine]
    return found


async def _words(person: Person, connection: AsyncConnection) -> list[Row]:
    """What the log says beside its chain of what they did."""
    asked = (
        select(log.c.seq, log.c.act, log_words.c.words)
        .join(log_words, log_words.c.seq == log.c.seq)
        .where(log.c.actor_id == person.id)
    )
    return [{**row, "words": _value(row["words"])} for row in (await connection.execute(asked)).mappings()]


def _plain(row: Mapping[Any, Any]) -> Row:
    return {str(name): _value(value) for name, value in row.items() if name not in SECRET}


def _value(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def files_of(own: Iterable[Row]) -> list[Row]:
    """Pieces of evidence whose bytes are here."""
    return [row for row in own if row["storing"] == "stored"]
