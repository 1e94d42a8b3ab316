"""When cases are offered as alike, and when a product has too many of them, as the company settles it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """How near two cases must be registered to be alike, and how many of a product are too many.

    They may be alike within `days`; `frequent` cases of a product at a site within `frequent_days` are for quality
    to look into (0: never).
    """

    days: int = 90
    frequent: int = 3
    frequent_days: int = 30
