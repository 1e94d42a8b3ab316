"""Rates, factors and hours as exact integers: a rate is millionths of one."""

from typing import Final

from core.model.decimal_text import NotADecimal, scaled, unscaled

_PLACES: Final = 6
_PERCENT_PLACES: Final = _PLACES - 2
WHOLE: Final = 10**_PLACES
"""One (or 100 percent) in millionths."""


def percent(text: str) -> int:
    """Read "37.5" percent as millionths; at most four places; raises NotADecimal."""
    return scaled(text, _PERCENT_PLACES)


def signed_percent(text: str) -> int:
    """Read "-5" or "5" percent as millionths; raises NotADecimal."""
    return -percent(text[1:]) if text.startswith("-") else percent(text)


def millionths(text: str) -> int:
    """Read "0.8" or "12" as millionths; raises NotADecimal."""
    return scaled(text, _PLACES)


def percent_text(rate: int) -> str:
    """Write millionths as percent without trailing zeros: 375000 is "37.5"."""
    return unscaled(rate, _PERCENT_PLACES)


def millionths_text(number: int) -> str:
    """Write millionths as a decimal without trailing zeros: 800000 is "0.8"."""
    return unscaled(number, _PLACES)


def half_up(numerator: int, denominator: int) -> int:
    """Divide and round half up; both must not be negative, the denominator not 0."""
    return (numerator + numerator + denominator) // (denominator + denominator)


__all__ = [
    "WHOLE",
    "NotADecimal",
    "half_up",
    "millionths",
    "millionths_text",
    "percent",
    "percent_text",
    "signed_percent",
]
