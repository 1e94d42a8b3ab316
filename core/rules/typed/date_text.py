"""Days as people write them: 3月3日, 2025-03-03, 3.3, 3 Mar, 昨天, tomorrow. A day that does not exist is refused."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from core.errors import NotAllowed
from core.model.instants import YEARS
from core.rules.typed.half_width import half_width

_FROM_TODAY: Final = {
    "今天": 0, "今日": 0, "今早": 0, "today": 0,
    "昨天": -1, "昨日": -1, "昨晚": -1, "yesterday": -1,
    "前天": -2,
    "明天": 1, "明日": 1, "tomorrow": 1,
    "后天": 2,
}  # fmt: skip
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIGURES: Final = (
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"
    r"|(?P<year2>\d{4})\s*[-./]\s*(?P<month2>\d{1,2})\s*[-./]\s*(?P<day2>\d{1,2})"
)
_SHORT: Final = r"|(?P<month3>\d{1,2})\s*[-./]\s*(?P<day3>\d{1,2})"
_NAME: Final = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_TH: Final = r"(?:st|nd|rd|th)?"
_OF_YEAR: Final = r"(?:[\s,.-]+(?P<year{n}>\d{{4}}))?"
_NAMED: Final = (
    rf"(?P<day4>\d{{1,2}}){_TH}[\s-]*(?:of\s+)?(?P<month4>{_NAME})(?![a-z])\.?{_OF_YEAR.format(n=4)}"
    rf"|(?P<month5>{_NAME})\.?\s*(?P<day5>\d{{1,2}})(?!\d){_TH}{_OF_YEAR.format(n=5)}"
)
_WORDS: Final = "|".join(_FROM_TODAY)
_TYPED: Final = re.compile(rf"(?:{_FIGURES}{_SHORT}|{_NAMED}|(?P<word>{_WORDS}))", re.IGNORECASE)
# In prose a month begins with a capital letter: "8 may leak" names no day.
_IN_PROSE: Final = re.compile(
    rf"(?<![\d.])(?:{_FIGURES}|(?<![A-Za-z])(?-i:{_NAMED})|(?P<word>{_WORDS}))(?!\d)", re.IGNORECASE
)
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
        return today + timedelta(days=_FROM_TODAY[word.lower()])
    year, month, day = (_part(named, name) for name in ("year", "month", "day"))
    number = _month(month)
    try:
        of_year = int(year) if year else _nearest_year(number, int(day), today)
        return date(of_year, number, int(day)) if of_year in YEARS else None
    except ValueError:
        return None


def _part(named: dict[str, str | None], name: str) -> str:
    ways = (name, *(f"{name}{n}" for n in range(2, 6)))
    return next((said for way in ways if (said := named.get(way))), "")


def _month(said: str) -> int:
    return int(said) if said.isdecimal() else _MONTHS.index(said[:3].lower()) + 1


def _nearest_year(month: int, day: int, today: date) -> int:
    around = (
        date(year, month, min(max(day, 1), _IN_EVERY_MONTH))
        for year in (today.year - 1, today.year, today.year + 1)
    )
    return min(around, key=lambda candidate: abs(candidate - today)).year
