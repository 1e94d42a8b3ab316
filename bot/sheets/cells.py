"""One cell of a sheet as cleaned text."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.cleaning import cleaned

FORMULA_STARTS = ("=", "+", "@")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; whether it is a formula, and whether control or direction marks were taken out."""

    text: str
    is_formula: bool = False
    was_cleaned: bool = False


def cell_of(value: object, *, is_formula: bool = False) -> Cell:
    """The cell for what a sheet holds there: text, a number, a date or nothing."""
    raw = _text(value)
    plain = raw.replace("\r\n", "\n").strip()
    text = cleaned(raw)
    return Cell(text, is_formula or text.startswith(FORMULA_STARTS), len(text) < len(plain))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        # the digits that a spreadsheet itself shows: 5233.33, where the file has 5233.330000000001
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    return str(value)
