"""A figure of a month that the bot cannot know: how many orders there were, or what was budgeted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FigureKind(StrEnum):
    """What a person enters."""

    ORDERS = "orders"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigure:
    """Of one site and month (`2025-03`); a budget is fen. What is entered again stands in the place of the earlier one."""

    id: int = 0
    site: str
    month: str
    kind: FigureKind
    value: int
    entered_by: int
    entered_at: datetime
