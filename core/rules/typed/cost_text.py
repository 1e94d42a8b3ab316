"""An item of cost as typed: an amount, then what it rests on."""

import re
from typing import Final

from core.errors import NotAllowed
from core.model.remedy import Cost, CostClass
from core.rules.typed.amount_text import amount_in

# a comma between digits belongs to the amount
_PARTS: Final = re.compile(
    r"\s*(?P<amount>[^\s;；、:：]+?)(?:\s+|[;；、:：]\s*|[,，](?!\d)\s*)(?P<basis>\S.*)", re.DOTALL
)


def cost_in(cost_class: CostClass, text: str) -> Cost:
    """The item; NotAllowed `cost_without_basis` where nothing but an amount was typed, or none."""
    match = _PARTS.fullmatch(text)
    if match is None:
        raise NotAllowed("cost_without_basis", text=text[:50])
    amount = amount_in(match["amount"])
    if amount.fen == 0:
        raise NotAllowed("cost_without_basis", text=text[:50])
    return Cost(cost_class=cost_class, fen=amount.fen, basis=" ".join(match["basis"].split()))
