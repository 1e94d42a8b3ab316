"""The steps of a trace and the units of their inputs: what the words of an explanation can rely on."""

from collections.abc import Mapping
from typing import Final

INPUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "person_hours": ("hours", "money", "money"),
    "vehicle_hours": ("hours", "money", "money"),
    "length": ("hours",),
    "allowance": ("count", "percent", "count"),
    "units": ("count", "count", "money", "money"),
    "base": ("money",),
    "of_fact": ("money", "fact"),
    "pool": ("percent", "money"),
    "liable": ("liable",),
    "part": ("text", "share"),
    "of_amounts": ("money", "role"),
    "rate": ("percent",),
    "chosen": ("percent", "percent", "percent", "text"),
    "range": ("percent", "percent", "office"),
    "points": ("points", "text"),
    "clamped": ("percent",),
    "clamped_range": ("percent", "percent"),
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
    "hours_after": ("start", "count"),
    "days_after": ("start", "count", "minute"),
    "working_days_after": ("start", "count", "minute"),
    "days_off": ("count",),
    "made_up_days": ("count",),
    "provisional_year": ("count",),
    "same_day": ("start", "minute"),
    "at_the_time": ("start",),
    "day_of_next_month_after": ("start", "count", "minute"),
    "end_of_next_month": ("start", "minute"),
    "years_after": ("start", "count", "minute"),
}
"""The name of each step with the unit of each input.

A start is the key of its words, `event.x` or `fact.x`; a minute is counted from the beginning of the day. Money is fen;
hours, factors and metres are millionths; percent, points and share are millionths of one; exact is the amount before
rounding in millionths of a fen, cut.
"""
