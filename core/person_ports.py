"""What erasing a person needs of the machinery, and bot/ provides."""

from collections.abc import Mapping
from typing import Protocol

from core.model.person import Person


class Traces(Protocol):
    """What is held of people beside the nouns: raw updates, messages, words beside the log."""

    async def erase(self, person: Person) -> Mapping[str, int]:
        """Empty or remove them; how many there were, by kind."""
        ...

    async def cases_naming(self, name: str) -> tuple[str, ...]:
        """Numbers of cases in whose own words the name stands."""
        ...


class HasTraces(Protocol):
    """A transaction that reaches them."""

    @property
    def traces(self) -> Traces:
        """What the machinery holds of people."""
        ...
