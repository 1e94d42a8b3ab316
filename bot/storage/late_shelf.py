"""A shelf whose things are asked for by key: what is put there is written once, when the transaction ends."""

from collections.abc import Mapping
from typing import Any, TypeVar

from bot.storage.columns import Json
from bot.storage.shelf import TableShelf
from bot.storage.statements import THE_KEY, putting, removing

Thing = TypeVar("Thing")


class LateShelf(TableShelf[Thing]):
    """Open questions change with nearly every update of a batch: one statement for all of them is enough.

    `flush` writes; asking by anything but the key flushes first. `late` is what waits (None: to be removed), to be
    noted before a savepoint and given to `undo` where that is rolled back.
    """

    late: Mapping[int, Thing | None] = {}

    async def find(self, key: int) -> Thing | None:
        """The thing with that key, or None."""
        return self.late[key] if key in self.late else await super().find(key)

    async def where(self, **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal these values, oldest first."""
        await self.flush()
        return await super().where(**equal)

    async def one(self, **equal: object) -> Thing | None:
        """The oldest thing whose fields equal these values, or None."""
        await self.flush()
        return await super().one(**equal)

    async def latest(self, most: int, by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """The `most` things with the highest `by` whose fields equal these values, the highest first."""
        await self.flush()
        return await super().latest(most, by, **equal)

    async def put(self, thing: Thing) -> Thing:
        """Replace the thing with the same key; what cannot be kept fails here and now."""
        kept = self._noun(**{name: self._as_kept(name, value) for name, value in self._values(thing).items()})
        self.late = {**self.late, getattr(thing, self._key): kept}
        return thing

    async def remove(self, key: int) -> None:
        """Take the thing away; it need not be there."""
        self.late = {**self.late, key: None}

    def undo(self, late: Mapping[int, Thing | None]) -> None:
        """Go back to what waited then."""
        self.late = late
        self.forget()

    async def flush(self) -> None:
        """Write what waits."""
        put = [self._values(thing) for thing in self.late.values() if thing is not None]
        removed = [{THE_KEY: key} for key, thing in self.late.items() if thing is None]
        self.late = {}
        self.forget()
        if put:
            await self._connection.execute(putting(self._table, self._key), put)
        if removed:
            await self._connection.execute(removing(self._table, self._key), removed)

    def _as_kept(self, name: str, value: Any) -> Any:  # noqa: ANN401 - whatever the noun's field holds
        kind = self._table.c[name].type
        return kind.adapter.validate_json(kind.adapter.dump_json(value)) if isinstance(kind, Json) else value
