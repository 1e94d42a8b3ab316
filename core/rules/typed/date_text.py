"""Days as people write them: 3月3日, 2025-03-03, 3.3, 昨天. A day that does not exist or is yet to come is refused."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from core.errors import NotAllowed
from core.model.instants import YEARS
from core.rules.typed.half_width import half_width

_AGO: Final = {
    "今天": 0, "今日": 0, "今早": 0, "today": 0,
    "昨天": 1, "昨日": 1, "昨晚": 1, "yesterday": 1,
    "前天": len(("昨天", "前天")),
}  # fmt: skip
_WRITTEN: Final = (
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"
    r"|(?P<year2>\d{4})\s*[-./]\s*(?P<month2>\d{1,2})\s*[-./]\s*(?P<day2>\d{1,2})"
)
_SHORT: Final = r"|(?P<month3>\d{1,2})\s*[-./]\s*(?P<day3>\d{1,2})"
_WORDS: Final = "|".join(_AGO)
_TYPED: Final = re.compile(rf"(?:{_WRITTEN}{_SHORT}|(?P<word>{_WORDS}))", re.IGNORECASE)
_IN_PROSE: Final = re.compile(rf"(?<![\d.])(?:{_WRITTEN}|(?P<word>{_WORDS}))(?!\d)", re.IGNORECASE)
_IN_EVERY_MONTH: Final = 28


def date_in(text: str, today: date) -> date:
    """The day typed there, not after `today`; NotAllowed as in `day_in`, or `date_in_future`."""
    day = day_in(text, today)
    if day > today:
        raise NotAllowed("date_in_future", text=text, day=day, today=today)
    return day


def day_in(text: str, today: date) -> date:
    """The day typed there, past or to come.

    A day without a year is the nearest one of that name. NotAllowed: `date_unreadable` or `date_impossible` (no
    such day, or none of these centuries).
    """
    match = _TYPED.fullmatch(half_width(text).strip())
    if match is None:
        raise NotAllowed("date_unreadable", text=text)
    day = _day(match, today)
    if day is None:
        raise NotAllowed("date_impossible", text=text)
    return day


def dates_in(text: str, today: date) -> Iterator[tuple[date, int, int]]:
    """The days up to `today` named in running text, each with where it starts and ends."""
    for match in _IN_PROSE.finditer(half_width(text)):
        day = _day(match, today)
        if day is not None and day <= today:
            yield day, match.start(), match.end()


def _day(match: re.Match[str], today: date) -> date | None:
    named = match.groupdict()
    if word := named["word"]:
        return today - timedelta(days=_AGO[word.lower()])
    year, month, day = (_number(named, name) for name in ("year", "month", "day"))
    has_year = bool(named["year"] or named.get("year2"))
    try:
        year = year if has_year else _nearest_year(month, day, today)
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _number(named: dict[str, str | None], name: str) -> int:
    return int(named[name] or named.get(f"{name}2") or named.get(f"{name}3") or 0)


def _nearest_year(month: int, day: int, today: date) -> int:
    around = (
        date(year, month, min(max(day, 1), _IN_EVERY_MONTH))
        for year in (today.year - 1, today.year, today.year + 1)
    )
    return min(around, key=lambda candidate: abs(candidate - today)).year
