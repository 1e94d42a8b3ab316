"""Things of one kind in their table: a frozen noun is a row, a row is a frozen noun."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from sqlalchemy import RowMapping, Table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.statements import THE_KEY, adding, bound, putting, removing, replacing, selecting
from core.errors import NoSuchThing

Thing = TypeVar("Thing")
Asked = tuple[tuple[tuple[str, object], ...], int | None, str]


class TableShelf(Generic[Thing]):
    """A shelf over one table within one transaction, which nobody else writes to meanwhile.

    What was read is remembered until something is written here or the transaction is rolled back to a savepoint
    (`forget`), so that what many updates of a batch ask for is read once.
    """

    def __init__(self, connection: AsyncConnection, table: Table, noun: type[Thing], key: str = "id") -> None:
        self._connection = connection
        self._table = table
        self._noun = noun
        self._key = key
        self._names = tuple(column.name for column in table.columns)
        self.has_changed = False
        """Whether anything was written here in this transaction."""
        self._known: dict[int, Thing | None] = {}
        self._found: dict[Asked, tuple[Thing, ...]] = {}

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

    async def latest(self, most: int, by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """The `most` things with the highest `by` whose fields equal these values, the highest first."""
        return await self._read(equal, most, highest=by)

    async def add(self, thing: Thing) -> Thing:
        """Put a new thing there; it comes back with its id."""
        values = self._values(thing)
        if self._key != "id":
            return await self.put(thing)
        del values["id"]
        result = await self._connection.execute(adding(self._table), values)
        added = result.inserted_primary_key
        values["id"] = added[0] if added else 0
        self._changed(values["id"])
        return self._noun(**values)

    async def put(self, thing: Thing) -> Thing:
        """Replace the thing with the same key; NoSuchThing if it has an id that is not there."""
        values = self._values(thing)
        key = values[self._key]
        self._changed(key)
        if self._key != "id":
            await self._connection.execute(putting(self._table, self._key), values)
            return thing
        values[THE_KEY] = values.pop("id")
        result = await self._connection.execute(replacing(self._table), values)
        if result.rowcount == 0:
            raise NoSuchThing("thing_unknown", id=key)
        return thing

    async def remove(self, key: int) -> None:
        """Take the thing away; it need not be there."""
        self._changed(key)
        await self._connection.execute(removing(self._table, self._key), {THE_KEY: key})

    async def learn(self, column: str, values: Iterable[int]) -> tuple[Thing, ...]:
        """Read many at once and remember them; keys that have no row are remembered as absent."""
        asked = tuple(values)
        things = await self.where(**{column: asked}) if asked else ()
        if column == self._key:
            self._known = {**dict.fromkeys(asked), **self._known}
        return things

    def forget(self) -> None:
        """Remember nothing that was read: it may have been rolled back."""
        self._known.clear()
        self._found.clear()

    async def _read(
        self, equal: Mapping[str, object], limit: int | None, highest: str = ""
    ) -> tuple[Thing, ...]:
        asked = (tuple(equal.items()), limit, highest)
        if asked not in self._found:
            order = tuple(dict.fromkeys((f"-{highest}", f"-{self._key}"))) if highest else (self._key,)
            statement = selecting(self._table, equal, order, limit)
            result = await self._connection.execute(statement, bound(equal))
            self._found[asked] = tuple(self._remembered(row) for row in result.mappings())
        return self._found[asked]

    def _remembered(self, row: RowMapping) -> Thing:
        # the one that is known may be the same thing read before: then it need not be made again
        thing = self._known.get(row[self._key])
        if thing is None:
            thing = self._known[row[self._key]] = self._noun(**row)
        return thing

    def _changed(self, key: int) -> None:
        self.has_changed = True
        self._known.pop(key, None)
        self._found.clear()

    def _values(self, thing: Thing) -> dict[str, Any]:
        return {name: getattr(thing, name) for name in self._names}
