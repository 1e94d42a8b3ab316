"""Rows as the driver gives them, for whoever reads very many: the library's own take as long again as reading them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Text, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

# what a row holds, in which order, its statement says
Rows = Sequence[Any]
# bound as JSON, for there may be any number: a list of parameters takes longer to write out than to look up
THOSE_CASES = select(func.json_each(bindparam("cases", type_=Text)).table_valued("value").c.value)


async def driver_rows(
    connection: AsyncConnection, statement: Executable, asked: Mapping[str, object]
) -> Rows:
    """All rows, each a tuple of what SQLite keeps: no instants, no enums, no money."""
    result = await connection.execute(statement, asked)
    rows: Rows = result.cursor.fetchall() if result.cursor else ()
    return rows


def instant(kept: str) -> datetime:
    """The instant that a column keeps so."""
    return datetime.fromisoformat(f"{kept}+00:00")
