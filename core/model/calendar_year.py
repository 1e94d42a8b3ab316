"""The working days of one year, as the company imported them."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """What was announced for a year, or what one site does otherwise in it.

    Without a site it stands for the whole year: weekends, less the days `off`, plus the `made_up` days. With a site
    it lists only the days on which that site differs.
    """

    id: int = 0
    site: str = ""
    year: int
    source: str = ""
    off: tuple[date, ...] = ()
    made_up: tuple[date, ...] = ()
    imported_at: datetime
