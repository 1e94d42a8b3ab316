"""Reading decimal strings exactly: no float ever touches a figure."""

from typing import Final

_MOST_DIGITS: Final = 12
_MOST_PLACES: Final = 6
_TENS: Final = tuple(int(10**places) for places in range(_MOST_PLACES + 1))


class NotADecimal(ValueError):
    """The text is not a plain decimal with at most this many places."""


def scaled(text: str, places: int) -> int:
    """Return `text` as an integer in units of ten to the minus `places`.

    At most 12 digits stand before the point; `places` is at most six. Raises NotADecimal for signs, spaces, exponents,
    full-width digits and surplus places.
    """
    whole, point, fraction = text.partition(".")
    digits, unused = whole + fraction, places - len(fraction)
    is_written_out = whole and (fraction or not point) and digits.isdigit() and digits.isascii()
    if not is_written_out or unused < 0 or len(whole) > _MOST_DIGITS:
        raise NotADecimal(text)
    return int(digits) * _TENS[unused]


def unscaled(number: int, places: int) -> str:
    """Write an integer in units of ten to the minus `places` as a decimal without trailing zeros."""
    sign = "-" if number < 0 else ""
    digits = str(abs(number)).rjust(places + 1, "0")
    fraction = digits[len(digits) - places :].rstrip("0")
    whole = digits[: len(digits) - places]
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"
