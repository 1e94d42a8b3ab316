"""Amounts that people named in a case, to be offered where a loss is entered."""

from collections.abc import Iterable
from typing import Final

from core.model.money import Money
from core.rules.typed.amount_text import amounts_in

_MOST: Final = 4


def amounts_told(texts: Iterable[str]) -> tuple[Money, ...]:
    """The amounts in these texts in the order in which they were named, each once, the first few."""
    told = (amount for text in texts for amount, _, _ in amounts_in(text) if amount.fen)
    return tuple(dict.fromkeys(told))[:_MOST]
