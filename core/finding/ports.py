"""What finding needs of the database."""

from typing import Protocol

from core.finding.wanted import Wanted


class CaseIndex(Protocol):
    """The index of all cases, as this unit of work sees them."""

    async def find(self, wanted: Wanted, most: int, after: int = 0) -> tuple[int, ...]:
        """The ids of the newest `most` cases that fit, after leaving out the newest `after` of them."""
        ...
