"""The working days of the coming weeks, as a site counts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.model.company import Site
from core.model.message import Message, Urgency
from core.model.working_days import WorkingDays

WEEKS: Final = 8
DECEMBER: Final = 12
_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, both ends included."""

    first: date
    last: date


def calendar_shown(sites: Sequence[tuple[Site, WorkingDays]], today: date, weeks: int = WEEKS) -> Message:
    """For each site the days of the coming weeks that are not as usual, and which years are published."""
    return Message(
        template="calendar_shown",
        data={
            "weeks": weeks,
            "first": today,
            "last": today + timedelta(weeks=weeks) - _ONE_DAY,
            "sites": tuple(_site(site, known, today, weeks) for site, known in sites),
        },
    )


def calendar_missing(year: int, sites: Sequence[Site], once: str) -> Message:
    """To the admins in December: next year's working days are not there yet."""
    return Message(
        template="calendar_missing",
        urgency=Urgency.NOTICE,
        once=once,
        data={"year": year, "sites": tuple(site.name for site in sites)},
    )


def _site(site: Site, known: WorkingDays, today: date, weeks: int) -> dict[str, object]:
    days = [today + count * _ONE_DAY for count in range(timedelta(weeks=weeks).days)]
    return {
        "name": site.name,
        "off": _holidays(known, days),
        "made_up": tuple(day for day in days if day.weekday() >= _SATURDAY and known.is_worked(day)),
        "provisional": known.provisional_years(today, days[-1]),
        "published": (min(known.published), max(known.published)),
        "version": known.version,
    }


def _holidays(known: WorkingDays, days: Sequence[date]) -> tuple[Span, ...]:
    """Days off in a row, without plain weekends."""
    spans: list[Span] = []
    for day in days:
        if known.is_worked(day):
            continue
        if spans and spans[-1].last + _ONE_DAY == day:
            spans[-1] = Span(spans[-1].first, day)
        else:
            spans.append(Span(day, day))
    return tuple(span for span in spans if _is_holiday(span))


def _is_holiday(span: Span) -> bool:
    length = (span.last - span.first).days + 1
    return any((span.first + count * _ONE_DAY).weekday() < _SATURDAY for count in range(length))
