"""The working days of a site: those that ship, and on top of them what the company imported."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import reduce
from hashlib import sha256
from typing import Final

from core.model.calendar_year import CalendarYear
from core.model.working_days import WorkingDays

_VERSION_LENGTH: Final = 4


def with_imported(shipped: WorkingDays, years: Iterable[CalendarYear]) -> WorkingDays:
    """The calendar with these years: first those for every site, then the days on which one site differs."""
    return reduce(_with, sorted(years, key=lambda one: (one.site, one.year)), shipped)


def _with(known: WorkingDays, year: CalendarYear) -> WorkingDays:
    version = f"{known.version}+{year.year}{year.site and '@'}{year.site}:{_hash(year)}"
    if year.site:
        return replace(
            known,
            off=known.off.difference(year.made_up).union(year.off),
            made_up=known.made_up.difference(year.off).union(year.made_up),
            version=version,
        )
    return replace(
        known,
        published=known.published | {year.year},
        off=_other_years(known.off, year.year).union(year.off),
        made_up=_other_years(known.made_up, year.year).union(year.made_up),
        version=version,
    )


def _other_years(days: Iterable[date], year: int) -> frozenset[date]:
    return frozenset(day for day in days if day.year != year)


def _hash(year: CalendarYear) -> str:
    said = "|".join(",".join(day.isoformat() for day in sorted(days)) for days in (year.off, year.made_up))
    return sha256(said.encode()).hexdigest()[:_VERSION_LENGTH]
