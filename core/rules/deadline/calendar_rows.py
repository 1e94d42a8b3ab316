"""Turns the lines of a file of working days into years; every bad line is named, and then none is taken."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from core.model.calendar_row import CalendarFault, CalendarRow
from core.model.calendar_year import CalendarYear
from core.model.working_days import WorkingDays

_SATURDAY: Final = 5
OFF: Final = frozenset({"off", "休", "休息", "放假", "holiday"})
WORKED: Final = frozenset({"worked", "work", "班", "上班", "调休上班"})


@dataclass(frozen=True, slots=True, order=True)
class _Day:
    """A line that could be read."""

    site: str
    day: date
    is_worked: bool
    where: str
    source: str


def calendar_years(
    rows: Sequence[CalendarRow], sites: Collection[str], shipped: WorkingDays, now: datetime
) -> tuple[tuple[CalendarYear, ...], tuple[CalendarFault, ...]]:
    """The years in the file, and all that is wrong with it; years only count where nothing is."""
    days: list[_Day] = []
    faults: list[CalendarFault] = []
    for row in rows:
        fault = _fault_in(row, sites)
        if fault is None:
            is_worked = row.kind in WORKED
            days.append(_Day(row.site, date.fromisoformat(row.day), is_worked, row.where, row.source))
        else:
            faults.append(fault)
    days.sort()
    years = tuple(
        _year(site, year, tuple(group), now) for (site, year), group in groupby(days, _site_and_year)
    )
    faults += [*_twice(days), *_needless(days), *_incomplete(years, shipped)]
    if not rows:
        faults.append(CalendarFault(where="1", what="calendar_empty"))
    return years, tuple(faults)


def _site_and_year(one: _Day) -> tuple[str, int]:
    return one.site, one.day.year


def _year(site: str, year: int, days: Sequence[_Day], now: datetime) -> CalendarYear:
    return CalendarYear(
        site=site,
        year=year,
        source=next((one.source for one in days if one.source), ""),
        off=tuple(one.day for one in days if not one.is_worked),
        made_up=tuple(one.day for one in days if one.is_worked),
        imported_at=now,
    )


def _fault_in(row: CalendarRow, sites: Collection[str]) -> CalendarFault | None:
    if not _is_day(row.day):
        return CalendarFault(where=row.where, what="calendar_day", found=row.day)
    if row.kind not in OFF | WORKED:
        return CalendarFault(where=row.where, what="calendar_kind", found=row.kind)
    if row.site and row.site not in sites:
        return CalendarFault(where=row.where, what="calendar_site", found=row.site)
    return None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _twice(days: Sequence[_Day]) -> Iterator[CalendarFault]:
    met: Mapping[tuple[str, date], str] = {}
    for one in days:
        if (one.site, one.day) in met:
            yield CalendarFault(where=one.where, what="calendar_twice", found=one.day.isoformat())
        met = {**met, (one.site, one.day): one.where}


def _needless(days: Sequence[_Day]) -> Iterator[CalendarFault]:
    """Days said to be worked that would be worked anyway; a site may work on a holiday of all others."""
    for one in days:
        if one.is_worked and not one.site and one.day.weekday() < _SATURDAY:
            yield CalendarFault(where=one.where, what="calendar_weekday", found=one.day.isoformat())


def _incomplete(years: Sequence[CalendarYear], shipped: WorkingDays) -> Iterator[CalendarFault]:
    """A year for every site without a holiday that is the same every year: half a list must not count as all of it."""
    for year in years:
        fixed = {date(year.year, month, day) for month, day in shipped.fixed} if not year.site else set()
        missing = sorted(fixed.difference(year.off))
        if missing:
            found = ", ".join(day.isoformat() for day in missing)
            yield CalendarFault(where=str(year.year), what="calendar_incomplete", found=found)
