"""What the law of a region says of wages: the minimum wage from a day on, and whether fines may be charged."""

from dataclasses import dataclass
from datetime import date

from core.model.money import Money


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """The monthly minimum wage of a region from that day on, as the company keeps it."""

    region: str
    since: date
    monthly: Money


@dataclass(frozen=True, slots=True)
class FinesWithoutLoss:
    """Whether the company charges fines that answer no loss in that region, and why it does or does not.

    Of an incident before `since` no such fine is charged: nobody is fined for what was not fined when they did it.
    """

    is_allowed: bool
    reason: str
    since: date = date.min

    def holds_on(self, day: date) -> bool:
        """Whether it may be charged for an incident of that day."""
        return self.is_allowed and self.since <= day
