"""A line of a file of working days, as it was written, and what is wrong with one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """One day: where it stands in the file, the day as `YYYY-MM-DD`, off or worked, and of one site or of all."""

    where: str
    day: str
    kind: str
    site: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFault:
    """`what` is the key of its words; `found` is what stands there."""

    where: str
    what: str
    found: str = ""
