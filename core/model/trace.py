"""The steps of a trace and the units of their inputs: what the words of an explanation can rely on."""

from collections.abc import Mapping
from typing import Final

INPUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "person_hours": ("hours", "money", "money"),
    "vehicle_hours": ("hours", "money", "money"),
    "length": ("hours",),
    "base": ("money",),
    "part": ("text", "share"),
    "of_amounts": ("money", "role"),
    "rate": ("percent",),
    "chosen": ("percent", "percent", "percent", "text"),
    "range": ("percent", "percent", "office"),
    "points": ("points", "text"),
    "clamped": ("percent",),
    "factor": ("factor", "level", "text"),
    "share": ("percent",),
    "result": ("percent", "exact", "money"),
    "between": ("money", "money"),
    "cap": ("money",),
    "floor": ("money",),
    "fixed": ("money",),
    "chosen_amount": ("money", "money", "money"),
    "amount_range": ("money", "money", "office"),
    "raised": ("money", "money"),
    "not_raised": ("money", "money"),
    "unknown": (),
    "times": ("count",),
    "split_once": ("money", "count"),
    "measure": ("measure",),
    "account_points": ("count", "account"),
    "became": ("role", "role", "text"),
    "hours_after": ("event", "count"),
    "days_after": ("event", "count"),
}
"""The name of each step with the unit of each input.

Money is fen; hours, factors and metres are millionths; percent, points and share are millionths of one;
exact is the amount before rounding in millionths of a fen, cut.
"""
