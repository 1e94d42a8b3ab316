"""Reading decimal strings exactly: no float ever touches a figure."""

from typing import Final

_MOST_DIGITS: Final = 12


class NotADecimal(ValueError):
    """The text is not a plain decimal with at most this many places."""


def scaled(text: str, places: int) -> int:
    """Return `text` as an integer in units of ten to the minus `places` (at most 12 digits before the point).

    Raises NotADecimal for signs, spaces, exponents, full-width digits and surplus places.
    """
    whole, point, fraction = text.partition(".")
    is_short = len(whole) <= _MOST_DIGITS and len(fraction) <= places
    is_plain = text.isascii() and whole.isdigit() and (fraction.isdigit() or not point)
    if not (is_short and is_plain):
        raise NotADecimal(text)
    return int(whole + fraction.ljust(places, "0"))


def unscaled(number: int, places: int) -> str:
    """Write an integer in units of ten to the minus `places` as a decimal without trailing zeros."""
    sign = "-" if number < 0 else ""
    digits = str(abs(number)).rjust(places + 1, "0")
    fraction = digits[len(digits) - places :].rstrip("0")
    whole = digits[: len(digits) - places]
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"
