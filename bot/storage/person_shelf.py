"""The staff, kept in mind between transactions: nearly every press asks who everybody is, and staff seldom change."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.machine_tables import numbers
from bot.storage.numbers import TableNumbers
from bot.storage.shelf import TableShelf
from bot.storage.tables import persons
from core.model.person import Person

# the counter that goes up with every change to the staff, by whichever process
CHANGES: Final = "staff"


@dataclass(slots=True)
class StaffMemory:
    """Everybody as of so many changes; shared by the units of work on one database."""

    changes: int = -1
    people: tuple[Person, ...] = ()


async def staff_changes(connection: AsyncConnection) -> int:
    """How often the staff have changed by now."""
    counted = await connection.execute(select(numbers.c.last).where(numbers.c.name == CHANGES))
    return counted.scalar_one_or_none() or 0


class PersonShelf(TableShelf[Person]):
    """The shelf of staff. What this transaction has itself changed is never kept: it may yet be undone."""

    def __init__(self, connection: AsyncConnection, memory: StaffMemory) -> None:
        super().__init__(connection, persons, Person)
        self._memory = memory
        self._is_changed = False

    async def where(self, **equal: object) -> tuple[Person, ...]:
        """All whose fields equal these values, oldest first; everybody from memory, if it still holds."""
        if equal or self._is_changed:
            return await super().where(**equal)
        changes = await staff_changes(self._connection)
        if changes != self._memory.changes:
            self._memory.people = await super().where()
            self._memory.changes = changes
        return self._memory.people

    async def add(self, thing: Person) -> Person:
        """Put a new person there; they come back with their id."""
        await self._count()
        return await super().add(thing)

    async def put(self, thing: Person) -> Person:
        """Replace the person with the same id; NoSuchThing if there is none."""
        await self._count()
        return await super().put(thing)

    async def remove(self, key: int) -> None:
        """Take the person away."""
        await self._count()
        await super().remove(key)

    async def _count(self) -> None:
        self._is_changed = True
        await TableNumbers(self._connection).next(CHANGES)
