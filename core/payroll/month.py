"""A month of wages."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_FORM: Final = re.compile(r"(20\d\d)[-./年]?(0[1-9]|1[0-2]|[1-9])月?")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, text: str) -> "Month":
        """Read 2025-03, 2025.3 or 2025年3月; ValueError for anything else."""
        found = _FORM.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @classmethod
    def around(cls, day: date) -> "Month":
        """The one which that day is in."""
        return cls(day.year, day.month)

    @property
    def next(self) -> "Month":
        """The one after it."""
        return Month.around(self.last + timedelta(days=1))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])
