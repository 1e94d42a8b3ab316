"""What a rulebook promises whoever reports concealment: a range, its clause, and who decides within it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.model.money import Money
from core.rulebook.conditions import Condition, FactTest
from core.rulebook.edition import Edition
from core.rulebook.figures import AmountRange
from core.rules.case.rewarded_roles import REWARD, roles_only_rewarded

INCIDENT: Final = "occurred_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A reward between two amounts, both included, of which the office `by` decides.

    It is for what came at most `days` after the day of the incident; None where the rulebook sets no limit.
    """

    clause: str
    least: Money
    most: Money
    by: str
    days: int | None

    def is_in_time(self, occurred_on: date, told_on: date) -> bool:
        """Whether a tip of that day came early enough; the last day counts."""
        return self.days is None or (told_on - occurred_on).days <= self.days


def promises_in(edition: Edition) -> tuple[Promise, ...]:
    """Rewards within a range for those whom the edition only ever rewards."""
    rewarded = roles_only_rewarded(edition)
    return tuple(
        Promise(
            clause=charge.clause,
            least=charge.amount.from_,
            most=charge.amount.to,
            by=charge.amount.by,
            days=_days_in(charge.when),
        )
        for charge in edition.charges
        if charge.kind == "fixed"
        and charge.effect == REWARD
        and rewarded.issuperset(charge.roles)
        and isinstance(charge.amount, AmountRange)
    )


def _days_in(conditions: Iterable[Condition]) -> int | None:
    """Within how many days of the incident something must have been told."""
    limits = (test.within for test in conditions if isinstance(test, FactTest) and test.within is not None)
    return next((limit.days for limit in limits if limit.of == INCIDENT and limit.days is not None), None)
