"""Reading single values of a request: each reader returns the value or raises NotAllowed with what is allowed."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from core.model.decimal_text import NotADecimal, scaled
from core.model.instants import YEARS
from core.model.money import FEN_PLACES
from core.model.rate import WHOLE, millionths, percent
from core.model.request import FactValue

_END_OF_COUNTS: Final = 10**12
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class NotAllowed(ValueError):
    """The value is not of its type; the message says what is allowed."""


def read_fen(value: object) -> int:
    """Read money as fen."""
    if not isinstance(value, str):
        raise NotAllowed("allowed is a decimal string with at most two places")
    try:
        return scaled(value, FEN_PLACES)
    except NotADecimal:
        raise NotAllowed(
            "allowed is a decimal string, not negative, at most 12 digits before and 2 after the point"
        ) from None


def read_millionths(value: object) -> int:
    """Read hours, metres and other decimals as millionths."""
    if not isinstance(value, str):
        raise NotAllowed("allowed is a decimal string with at most six places")
    try:
        return millionths(value)
    except NotADecimal:
        raise NotAllowed(
            "allowed is a decimal string, not negative, at most 12 digits before and 6 after the point"
        ) from None


def read_percent(value: object) -> int:
    """Read a percentage as millionths."""
    if not isinstance(value, str):
        raise NotAllowed("allowed is a decimal string with at most four places")
    try:
        return percent(value)
    except NotADecimal:
        raise NotAllowed(
            "allowed is a percentage as a decimal string, not negative, at most 4 places"
        ) from None


def read_share(value: object) -> int:
    """Read a percentage of a whole as millionths."""
    rate = read_percent(value)
    if rate > WHOLE:
        raise NotAllowed("allowed is a percentage from 0 to 100")
    return rate


def _read_boolean(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise NotAllowed(f"allowed is true or false{_but_no_text(value)}")
    return value


def read_count(value: object) -> int:
    """Read a whole number, 0 or more."""
    if type(value) is not int or not 0 <= value < _END_OF_COUNTS:
        raise NotAllowed(f"allowed is a whole number from 0, at most 12 digits{_but_no_text(value)}")
    return value


def read_text(value: object) -> str:
    """Read a text that is not blank."""
    if not isinstance(value, str):
        raise NotAllowed("allowed is a text")
    if not value or value.isspace():
        raise NotAllowed("allowed is a text that is not blank")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotAllowed("allowed is a text of whole characters") from None
    return value


def read_id(value: object) -> str:
    """Read an id: a text on one line, nothing but printable characters."""
    text = read_text(value)
    if not text.isprintable():
        raise NotAllowed("allowed is a text of printable characters on one line")
    return text


def read_date(value: object) -> date:
    """Read YYYY-MM-DD."""
    text = _text(value, "a date YYYY-MM-DD")
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise NotAllowed("allowed is an existing date YYYY-MM-DD of the years 1900 to 2999")
    return day


def read_time(value: object) -> datetime:
    """Read a timestamp with its offset."""
    text = _text(value, "a timestamp with offset")
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise NotAllowed("allowed is a timestamp such as 2025-03-03T09:30:00+08:00") from None
    if time.year not in YEARS:
        raise NotAllowed("allowed is a timestamp of the years 1900 to 2999")
    if time.utcoffset() is None:
        raise NotAllowed("allowed is a timestamp with an offset, such as 2025-03-03T09:30:00+08:00")
    return time


def _read_waiver(value: object) -> bool:
    """Read true, false, or the reason for the waiver."""
    return value if isinstance(value, bool) else bool(read_text(value))


def read_anything(value: object) -> object:
    """Take a table as it is; its own keys are read one by one."""
    return value


READERS: Final[Mapping[str, Callable[[object], FactValue]]] = {
    "boolean": _read_boolean,
    "count": read_count,
    "decimal": read_millionths,
    "money": read_fen,
    "percent": read_percent,
    "text": read_text,
    "date": read_date,
    "time": read_time,
    "waiver": _read_waiver,
}
"""The readers of facts by type; choices are read against their list."""


def _text(value: object, wanted: str) -> str:
    if not isinstance(value, str):
        raise NotAllowed(f"allowed is {wanted}")
    return value


def _but_no_text(value: object) -> str:
    """Say that "2" is not 2: a fault shows both alike."""
    return ", not a text" if isinstance(value, str) else ""
