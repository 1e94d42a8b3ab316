"""Amounts in the characters that nobody can alter with a stroke of the pen: 壹仟肆佰陆拾元整."""

import re
from typing import Final

from core.model.money import Money

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("仟", "佰", "拾", "")
_GROUP: Final = 10_000
_GROUPS: Final = ("", "万", "亿", "万亿")


def in_capitals(amount: Money | str) -> str:
    """As Chinese papers of account write an amount that is not below zero, below 10,000,000,000,000,000 yuan."""
    whole, part = str(amount).split(".")
    yuan = _yuan(int(whole))
    jiao, fen = (_DIGITS[int(digit)] for digit in part)
    said = f"{yuan or _DIGITS[0]}元" if yuan or not int(part) else ""
    if jiao != _DIGITS[0]:
        said += f"{jiao}角"
    elif yuan and fen != _DIGITS[0]:
        said += jiao
    return said + ("整" if fen == _DIGITS[0] else f"{fen}分")


def _yuan(number: int) -> str:
    """A whole number; nothing for zero."""
    said, group = "", 0
    while number:
        number, rest = divmod(number, _GROUP)
        if rest:
            said = f"{_four(rest)}{_GROUPS[group]}{said}"
        elif said:
            said = f"零{said}"
        group += 1
    return re.sub("零+", "零", said).strip("零")


def _four(number: int) -> str:
    """Four digits, with one zero for each gap; the first places of a larger number may be such a gap."""
    pairs = zip(f"{number:04d}", _PLACES, strict=True)
    return "".join(_DIGITS[int(digit)] + (place if digit != "0" else "") for digit, place in pairs).rstrip(
        "零"
    )
