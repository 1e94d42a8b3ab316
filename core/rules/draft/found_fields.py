"""Reading a complaint's fields in what was forwarded: each is shown as found, with where it was read."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.rules.draft import found_patterns as patterns
from core.rules.typed.amount_text import amounts_in
from core.rules.typed.date_text import dates_in
from core.rules.typed.half_width import half_width

_BY_PATTERN: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    "order_no": patterns.ORDER_NO,
    "part_no": patterns.PART_NO,
    "defective": patterns.DEFECTIVE,
    "quantity": patterns.QUANTITY,
    "phone": patterns.PHONE,
    "customer": patterns.CUSTOMER,
    "product": patterns.PRODUCT,
    "demand": patterns.DEMAND,
}
_AROUND: Final = 11
"""Characters left on either side of what was found, so that a person recognises the place."""
_A_LETTER: Final = re.compile(r"[^\W\d_]")
_ENOUGH_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One text with the day it was said, in the site's zone."""

    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Hit:
    """A value with where in which text it was read; `whole` spans the words that name the field, too."""

    value: str
    text: str
    start: int
    end: int
    whole: tuple[int, int] = (0, 0)

    def shown(self) -> Mapping[str, str]:
        """The value, and the words around it as `where`."""
        head = self.text[max(0, self.start - _AROUND) : self.start].split("\n")[-1]
        tail = self.text[self.end : self.end + _AROUND].split("\n")[0]
        return {"value": self.value, "where": f"{head}{self.text[self.start : self.end]}{tail}".strip()}


def fields_found(
    said: Sequence[Said], customers: Sequence[str], products: Sequence[str]
) -> dict[str, Mapping[str, str]]:
    """The fields found in those texts, the earliest text first; known customers and products are recognised."""
    found: dict[str, Hit] = {}
    for one in said:
        for field, hit in _hits(one, customers, products, found):
            found.setdefault(field, hit)
    shown = {field: hit.shown() for field, hit in found.items()}
    if told := _what_happened(said, found.values()):
        shown["happened"] = {"value": told, "where": ""}
    return shown


def _hits(
    one: Said, customers: Sequence[str], products: Sequence[str], before: Mapping[str, Hit]
) -> Iterator[tuple[str, Hit]]:
    yield from _known("customer", one.text, customers)
    yield from _known("product", one.text, products)
    taken = [hit for hit in before.values() if hit.text == one.text]
    for field, ways in _BY_PATTERN.items():
        if hit := _by_pattern(one.text, ways, taken if field == "quantity" else ()):
            taken.append(hit)
            yield field, hit
    for amount, start, end in amounts_in(one.text):
        yield "amount", Hit(str(amount), one.text, start, end)
    for day, start, end in dates_in(one.text, one.on):
        yield "occurred_on", Hit(day.isoformat(), one.text, start, end)


def _known(field: str, text: str, names: Sequence[str]) -> Iterator[tuple[str, Hit]]:
    for name in sorted(names, key=len, reverse=True):
        start = text.find(name)
        if start >= 0:
            yield field, Hit(name, text, start, start + len(name))
            return


def _by_pattern(text: str, ways: tuple[re.Pattern[str], ...], taken: Sequence[Hit]) -> Hit | None:
    narrow = half_width(text)
    for way in ways:
        for match in way.finditer(narrow):
            start, end = match.span(1)
            value = text[start:end].strip()
            if value and not any(hit.start < end and start < hit.end for hit in taken):
                return Hit(half_width(value), text, start, end, match.span())
    return None


def _what_happened(said: Sequence[Said], hits: Collection[Hit]) -> str:
    texts = [one.text for one in said if one.text]
    rest = "".join(_without(text, [hit for hit in hits if hit.text == text]) for text in texts)
    return "\n".join(texts) if len(_A_LETTER.findall(rest)) >= _ENOUGH_LETTERS else ""


def _without(text: str, hits: Sequence[Hit]) -> str:
    kept = list(text)
    for hit in hits:
        start, end = hit.whole if any(hit.whole) else (hit.start, hit.end)
        kept[start:end] = " " * (end - start)
    return "".join(kept)
