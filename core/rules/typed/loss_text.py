"""A loss item as typed: an amount, hours, or a foreign amount with its rate, date and source."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from core.errors import NotAllowed
from core.rules.typed.amount_text import amount_in
from core.rules.typed.half_width import half_width

_HOURS: Final = re.compile(r"(?P<hours>\d{1,6}(?:\.\d{1,4})?)\s*(?:小时|工时|h|hours?)?", re.IGNORECASE)
_CREW: Final = re.compile(
    r"(?P<people>\d{1,4})\s*(?:人|persons?|people)?\s*[x×*]\s*(?P<hours>\d{1,4}(?:\.\d{1,2})?)\s*(?:小时|h|hours?)?",
    re.IGNORECASE,
)
_VEHICLE: Final = re.compile(
    r"(?P<hours>\d{1,6}(?:\.\d{1,4})?)\s*(?:小时|h|hours?)?\s*[,、;\s]\s*(?P<length>\d{1,3}(?:\.\d{1,3})?)\s*(?:米|m)?",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(
    r"(?P<currency>[A-Z]{3})\s*(?P<amount>(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?:\.\d{1,2})?)\s*@\s*(?P<rate>\d{1,6}(?:\.\d{1,6})?)"
    r"\s+(?P<day>\d{4}-\d{2}-\d{2})\s+(?P<source>\S.*)",
    re.IGNORECASE,
)
_CENT: Final = Decimal("0.01")


def loss_in(kind: str, text: str) -> Mapping[str, object]:
    """The item in the words of `gongdao assess`; NotAllowed `loss_unreadable` for anything else.

    Labour is hours or persons × hours; a vehicle is hours and length in metres; a foreign amount is written
    `USD 100 @ 7.18 2025-03-03 Bank of China` and converted once.
    """
    typed = half_width(text).strip()
    if kind == "labour":
        return {"kind": kind, "person_hours": _person_hours(typed, text)}
    if kind == "vehicle":
        match = _matched(_VEHICLE, typed, text)
        return {"kind": kind, "vehicle_hours": match["hours"], "length_m": match["length"]}
    foreign = _FOREIGN.fullmatch(typed)
    if foreign:
        return {"kind": kind, **_converted(foreign, text)}
    return {"kind": kind, "amount": str(amount_in(text))}


def _person_hours(typed: str, text: str) -> str:
    crew = _CREW.fullmatch(typed)
    if crew:
        return _plain(Decimal(crew["people"]) * Decimal(crew["hours"]))
    return _matched(_HOURS, typed, text)["hours"]


def _converted(match: re.Match[str], text: str) -> Mapping[str, object]:
    if match["currency"].upper() == "CNY" or not _is_day(match["day"]):
        raise NotAllowed("loss_unreadable", text=text)
    paid = match["amount"].replace(",", "")
    amount = (Decimal(paid) * Decimal(match["rate"])).quantize(_CENT, ROUND_HALF_UP)
    foreign = {
        "currency": match["currency"].upper(),
        "amount": paid,
        "rate": match["rate"],
        "day": match["day"],
        "source": match["source"],
    }
    return {"amount": f"{amount:f}", "foreign": foreign}


def _matched(pattern: re.Pattern[str], typed: str, text: str) -> re.Match[str]:
    match = pattern.fullmatch(typed)
    if match is None:
        raise NotAllowed("loss_unreadable", text=text)
    return match


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
