"""Amounts as people write them: 12,345.60, １２，３４５．６０元, ¥800, 1.2万. Exact, in fen."""

import re
from collections.abc import Iterator
from typing import Final

from core.errors import NotAllowed
from core.model.money import Money
from core.rules.typed.half_width import half_width

_NUMBER: Final = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(?P<part>\d{1,8}))?"
_BEFORE: Final = r"(?:¥|RMB|CNY|人民币)"
_AFTER: Final = r"(?:元整|元|块钱|块|圆|RMB|CNY|yuan)"
_SCALES: Final = {"": 0, "百": 2, "千": 3, "万": 4, "亿": 8}
_PLACES: Final = 2
_MOST_DIGITS: Final = 12 + _PLACES
_TYPED: Final = re.compile(rf"{_BEFORE}?\s*{_NUMBER}\s*(?P<scale>[百千万亿])?\s*{_AFTER}?", re.IGNORECASE)
_IN_PROSE: Final = re.compile(
    rf"(?<![A-Za-z\d.,-])(?:{_BEFORE}\s*{_NUMBER}(?:\s*(?P<scale>[百千万亿]))?"
    rf"|{_NUMBER.replace('whole', 'whole2').replace('part', 'part2')}\s*"
    rf"(?:(?P<scale2>[百千万亿])?\s*(?:元|块钱|圆|RMB|CNY|yuan)))",
    re.IGNORECASE,
)


def amount_in(text: str) -> Money:
    """The amount typed there; NotAllowed `amount_unreadable` for anything else, fractions of a fen included."""
    match = _TYPED.fullmatch(half_width(text).strip())
    amount = match and _exact(match["whole"], match["part"], match["scale"])
    if amount is None:
        raise NotAllowed("amount_unreadable", text=text)
    return amount


def amounts_in(text: str) -> Iterator[tuple[Money, int, int]]:
    """The amounts named in running text with a currency beside them, each with where it starts and ends."""
    for match in _IN_PROSE.finditer(half_width(text)):
        whole, part, scale = (match[name] or match[f"{name}2"] for name in ("whole", "part", "scale"))
        amount = _exact(whole, part, scale)
        if amount is not None:
            yield amount, match.start(), match.end()


def _exact(whole: str, part: str | None, scale: str | None) -> Money | None:
    digits = whole.replace(",", "") + (part or "")
    shift = _PLACES + _SCALES[scale or ""] - len(part or "")
    while shift < 0 and digits.endswith("0"):
        digits, shift = digits[:-1], shift + 1
    shown = digits.lstrip("0")
    if shift < 0 or len(shown) + shift > _MOST_DIGITS:
        return None
    return Money(int(digits + "0" * shift))
