"""Instants as people write them: 14:30, 昨天 9:05, 3月3日下午2点30分, 2025-03-03 14:30, 2:30 pm, now."""

import re
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.rules.typed.date_text import day_in
from core.rules.typed.half_width import half_width

_NOW: Final = frozenset({"现在", "刚才", "now"})
_CLOCK: Final = re.compile(
    r"(?P<day>.*?)[\sT]*(?P<before_noon>上午|早上)?(?P<past_noon>下午|晚上(?!\s*12))?\s*"
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])\s*(?::\s*(?P<minute>[0-5]\d)|[点时]\s*(?:(?P<after>[0-5]?\d)\s*分?)?"
    r"|(?=[ap]\.?m))\s*(?P<am>a\.?m\.?)?(?P<pm>p\.?m\.?)?",
    re.IGNORECASE,
)
_NOON: Final = 12


def time_in(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant typed there, in `zone`; a clock time alone is one of today.

    NotAllowed: `time_unreadable`, or what `day_in` says of the day in it.
    """
    typed = half_width(text).strip()
    if typed.casefold() in _NOW:
        return now.astimezone(zone)
    match = _CLOCK.fullmatch(typed)
    if match is None:
        raise NotAllowed("time_unreadable", text=text)
    today = now.astimezone(zone).date()
    day = day_in(match["day"], today) if match["day"] else today
    return datetime.combine(day, time(_hour(match), int(match["minute"] or match["after"] or 0)), zone)


def _hour(match: re.Match[str]) -> int:
    """The hour of twenty-four: 2 pm is 14, 12 pm is noon, 12 am is midnight; 14 pm stays 14."""
    hour = int(match["hour"])
    if match["am"] and hour == _NOON:
        return 0
    is_past_noon = bool(match["past_noon"] or match["pm"])
    return hour + _NOON if is_past_noon and hour < _NOON else hour


def past_time_in(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The same for what has happened; NotAllowed `time_in_future` for an instant yet to come."""
    at = time_in(text, now, zone)
    if at > now:
        raise NotAllowed("time_in_future", text=text, at=at)
    return at
