"""What was typed or pressed in a field of a duty's form, as it is kept."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.rulebook.duty_rules import FormField
from core.rules.typed.amount_text import amount_in
from core.rules.typed.date_text import day_in
from core.rules.typed.half_width import half_width
from core.rules.typed.number_text import count_in, decimal_in
from core.rules.typed.time_text import time_in

_LONGEST: Final = 2000
_YES_NO: Final = {"yes": True, "no": False, "是": True, "否": False}


def form_value(field: FormField, text: str, now: datetime, zone: ZoneInfo) -> object:
    """The value to keep: numbers, days and instants as text, whole numbers as such, a choice as its id.

    NotAllowed: `form_answer_unfit` naming the field and what it allows, or what the reader of amounts, days or
    times says.
    """
    value = _read(field, half_width(text).strip(), text.strip(), now, zone)
    if value is None:
        raise NotAllowed("form_answer_unfit", label=field.label, type=field.type, found=text[:50])
    return value


def _read(field: FormField, typed: str, text: str, now: datetime, zone: ZoneInfo) -> object | None:
    match field.type:
        case "text":
            return text if 0 < len(text) <= _LONGEST else None
        case "count":
            return count_in(typed)
        case "decimal":
            return decimal_in(typed)
        case "boolean":
            return _YES_NO.get(typed.casefold())
        case "choice":
            return typed if typed in field.choices else None
    return _read_other(field.type, text, now, zone)


def _read_other(kind: str, text: str, now: datetime, zone: ZoneInfo) -> object | None:
    match kind:
        case "money":
            return str(amount_in(text))
        case "date":
            return day_in(text, now.astimezone(zone).date()).isoformat()
        case "time":
            return time_in(text, now, zone).isoformat()
    return None
