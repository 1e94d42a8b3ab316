"""Where things of one kind are kept, as actions see it."""

from typing import Protocol, TypeVar

Thing = TypeVar("Thing")


class Shelf(Protocol[Thing]):
    """Where things of one kind are kept. The key is `id`, or `person_id` for dialogues."""

    async def get(self, key: int) -> Thing:
        """The thing with that key; NoSuchThing if there is none."""
        ...

    async def find(self, key: int) -> Thing | None:
        """The thing with that key, or None."""
        ...

    async def where(self, **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal these values (a tuple value: is one of), oldest first."""
        ...

    async def one(self, **equal: object) -> Thing | None:
        """The oldest thing whose fields equal these values, or None."""
        ...

    async def latest(self, most: int, by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """The `most` things with the highest `by` whose fields equal these values, the highest first; None is lowest."""
        ...

    async def add(self, thing: Thing) -> Thing:
        """Put a new thing there; it comes back with its id."""
        ...

    async def put(self, thing: Thing) -> Thing:
        """Replace the thing with the same key."""
        ...

    async def remove(self, key: int) -> None:
        """Take the thing away; only dialogues ever are."""
        ...
