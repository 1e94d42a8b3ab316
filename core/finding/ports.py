"""What finding needs of the database."""

from datetime import datetime
from typing import Protocol

from core.finding.wanted import Wanted


class CaseIndex(Protocol):
    """The index of all cases, as this unit of work sees them."""

    async def find(self, wanted: Wanted, most: int, after: int = 0) -> tuple[int, ...]:
        """The ids of the newest `most` cases that fit, after leaving out the newest `after` of them."""
        ...

    async def open_at(
        self, sites: tuple[str, ...], now: datetime, most: int, after: int = 0
    ) -> tuple[int, ...]:
        """The ids of cases at these sites that are neither closed nor refused, at most so many, without the first `after`.

        First those with something overdue, the longest overdue before all; then by stage, the oldest first.
        """
        ...
