"""When an event happened, as people write it: an instant, or a month for what is counted by months."""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.rules.typed.half_width import half_width
from core.rules.typed.time_text import past_time_in

MONTH: Final = "month"
_MONTH: Final = re.compile(r"(?P<year>\d{4})\s*[-./年]\s*(?P<month>0?[1-9]|1[0-2])\s*月?")


def event_time(kind: str, text: str, now: datetime, zone: ZoneInfo) -> str:
    """The instant in ISO form, or the month as `2025-03`, neither yet to come.

    NotAllowed: `month_unreadable`, or what `past_time_in` says.
    """
    if kind != MONTH:
        return past_time_in(text, now, zone).isoformat()
    match = _MONTH.fullmatch(half_width(text).strip())
    month = f"{match['year']}-{int(match['month']):02d}" if match else ""
    if not month or month > now.astimezone(zone).date().isoformat():
        raise NotAllowed("month_unreadable", text=text)
    return month
