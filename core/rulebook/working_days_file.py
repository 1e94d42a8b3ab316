"""The file of working days: a chapter a year, days as month-day, spans with both ends."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Annotated, Final

from pydantic import StringConstraints

from core.model.working_days import WorkingDays
from core.rulebook.chapter import Chapter, Field

Span = Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d(\.\.\d\d-\d\d)?$")]
_LEAP_YEAR: Final = 2024
_VERSION_LENGTH: Final = 8


class PublishedYear(Chapter):
    """What the notice of one year says, and which notice it is."""

    notice: str
    off: tuple[Span, ...]
    worked: tuple[Span, ...] = ()


class WorkingDaysFile(Chapter):
    """All years that are known, and what holds in the others."""

    fixed: tuple[Span, ...]
    published: Mapping[int, PublishedYear]
    expected: Annotated[Mapping[int, tuple[Span, ...]], Field(default_factory=dict)]


def read_working_days(text: str) -> WorkingDays:
    """Read the calendar, which ships with the product."""
    file = WorkingDaysFile.model_validate(tomllib.loads(text))
    off = {year: row.off for year, row in file.published.items()}
    worked = {year: row.worked for year, row in file.published.items()}
    expected = {year: spans for year, spans in file.expected.items() if year not in file.published}
    return WorkingDays(
        published=frozenset(file.published),
        off=_days({**off, **expected}),
        made_up=_days(worked),
        fixed=frozenset((day.month, day.day) for day in _days({_LEAP_YEAR: file.fixed})),
        version=sha256(text.encode()).hexdigest()[:_VERSION_LENGTH],
    )


def _days(years: Mapping[int, Iterable[str]]) -> frozenset[date]:
    return frozenset(day for year, spans in years.items() for span in spans for day in _span(year, span))


def _span(year: int, span: str) -> Iterator[date]:
    first, _, last = span.partition("..")
    day, end = _day(year, first), _day(year, last or first)
    while day <= end:
        yield day
        day += timedelta(days=1)


def _day(year: int, month_day: str) -> date:
    month, day = month_day.split("-")
    return date(year, int(month), int(day))
