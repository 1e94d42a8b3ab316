"""A shelf that notes which cases its things belong to, so that the index of cases follows in the same transaction."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.shelf import TableShelf

Thing = TypeVar("Thing")
CaseOf = Callable[[Thing], int | None]


class WatchedShelf(TableShelf[Thing]):
    """A shelf over one table; `touched` gets the id of the case of everything that changes."""

    def __init__(
        self,
        connection: AsyncConnection,
        table: Table,
        noun: type[Thing],
        *,
        touched: set[int],
        case_of: CaseOf[Thing],
    ) -> None:
        super().__init__(connection, table, noun)
        self._touched = touched
        self._case_of = case_of

    async def add(self, thing: Thing) -> Thing:
        """Put a new thing there; it comes back with its id."""
        added = await super().add(thing)
        self._note(added)
        return added

    async def put(self, thing: Thing) -> Thing:
        """Replace the thing with the same id; NoSuchThing if there is none."""
        kept = await super().put(thing)
        self._note(kept)
        return kept

    async def remove(self, key: int) -> None:
        """Take the thing away; it need not be there."""
        thing = await self.find(key)
        if thing is not None:
            self._note(thing)
        await super().remove(key)

    def _note(self, thing: Thing) -> None:
        case_id = self._case_of(thing)
        if case_id is not None:
            self._touched.add(case_id)
