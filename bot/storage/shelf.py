"""Things of one kind in their table: a frozen noun is a row, a row is a frozen noun."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from sqlalchemy import RowMapping, Table, bindparam, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.selecting import bound, selecting
from bot.storage.upsert import insert_or_update
from core.errors import NoSuchThing

Thing = TypeVar("Thing")


class TableShelf(Generic[Thing]):
    """A shelf over one table within one transaction.

    What was read by key is remembered until it is put again or the transaction is rolled back to a savepoint
    (`forget`), so a thing asked for twice is read once.
    """

    def __init__(self, connection: AsyncConnection, table: Table, noun: type[Thing], key: str = "id") -> None:
        self._connection = connection
        self._table = table
        self._noun = noun
        self._key = key
        self._names = tuple(column.name for column in table.columns)
        self._known: dict[int, Thing | None] = {}

    async def get(self, key: int) -> Thing:
        """The thing with that key; NoSuchThing if there is none."""
        thing = await self.find(key)
        if thing is None:
            raise NoSuchThing("thing_unknown", id=key)
        return thing

    async def find(self, key: int) -> Thing | None:
        """The thing with that key, or None."""
        if key not in self._known:
            self._known[key] = next(iter(await self._read({self._key: key}, limit=1)), None)
        return self._known[key]

    async def where(self, **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal these values (a tuple value: is one of), oldest first."""
        return await self._read(equal, limit=None)

    async def one(self, **equal: object) -> Thing | None:
        """The oldest thing whose fields equal these values, or None."""
        return next(iter(await self._read(equal, limit=1)), None)

    async def add(self, thing: Thing) -> Thing:
        """Put a new thing there; it comes back with its id."""
        values = self._values(thing)
        if self._key != "id":
            return await self.put(thing)
        del values["id"]
        result = await self._connection.execute(insert(self._table), values)
        added = result.inserted_primary_key
        values["id"] = added[0] if added else 0
        self._known.pop(values["id"], None)
        return self._thing(values)

    async def put(self, thing: Thing) -> Thing:
        """Replace the thing with the same key; NoSuchThing if it has an id that is not there."""
        values = self._values(thing)
        key = values[self._key]
        self._known.pop(key, None)
        if self._key != "id":
            others = [name for name in self._names if name != self._key]
            await self._connection.execute(insert_or_update(self._table, [self._key], others), values)
            return thing
        values["the_key"] = values.pop("id")
        replacing = update(self._table).where(self._table.c.id == bindparam("the_key"))
        result = await self._connection.execute(replacing, values)
        if result.rowcount == 0:
            raise NoSuchThing("thing_unknown", id=key)
        return thing

    async def remove(self, key: int) -> None:
        """Take the thing away; it need not be there."""
        self._known[key] = None
        column = self._table.c[self._key]
        await self._connection.execute(
            delete(self._table).where(column == bindparam("the_key")), {"the_key": key}
        )

    async def learn(self, column: str, values: Iterable[int]) -> tuple[Thing, ...]:
        """Read many at once and remember them; keys that have no row are remembered as absent."""
        asked = tuple(values)
        things = await self.where(**{column: asked}) if asked else ()
        if column == self._key:
            self._known.update(dict.fromkeys(asked))
        self._known.update({getattr(thing, self._key): thing for thing in things})
        return things

    def forget(self) -> None:
        """Remember nothing that was read: it may have been rolled back."""
        self._known.clear()

    async def _read(self, equal: Mapping[str, object], limit: int | None) -> tuple[Thing, ...]:
        statement = selecting(self._table, equal, self._key, limit)
        result = await self._connection.execute(statement, bound(equal))
        return tuple(self._thing(row) for row in result.mappings())

    def _thing(self, row: RowMapping | Mapping[str, Any]) -> Thing:
        return self._noun(**row)

    def _values(self, thing: Thing) -> dict[str, Any]:
        return {name: getattr(thing, name) for name in self._names}
