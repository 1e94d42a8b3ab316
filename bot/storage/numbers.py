"""Counters that never give a number twice and leave no gap when a transaction is rolled back."""

from sqlalchemy import literal_column
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.machine_tables import numbers


class TableNumbers:
    """Counters in the table `numbers`, within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def next(self, name: str) -> int:
        """The next number of that series, from 1."""
        counting = (
            insert(numbers)
            .values(name=name, last=1)
            .on_conflict_do_update(
                index_elements=["name"], set_={"last": numbers.c.last + literal_column("1")}
            )
            .returning(numbers.c.last)
        )
        return int((await self._connection.execute(counting)).scalar_one())
