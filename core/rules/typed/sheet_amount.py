"""Amounts as a sheet of wages writes them."""

import re
from typing import Final

from core.model.money import Money
from core.rules.typed.half_width import half_width

_IN_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


def sheet_amount(text: str) -> Money:
    """The amount of 6000.00, 6,000.00, ６０００ or ¥6,000; NotMoney for anything else, 6000元 and 1.2万 included."""
    plain = half_width(text).strip().removeprefix("¥").lstrip()
    return Money.of(plain.replace(",", "") if _IN_THOUSANDS.fullmatch(plain) else plain)
