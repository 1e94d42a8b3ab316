"""What a rulebook promises whoever reports concealment: a range, its clause, and who decides within it."""

from dataclasses import dataclass

from core.model.money import Money
from core.rulebook.edition import Edition
from core.rulebook.figures import AmountRange
from core.rules.rewarded_roles import REWARD, roles_only_rewarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A reward between two amounts, both included, of which the office `by` decides."""

    clause: str
    least: Money
    most: Money
    by: str


def promises_in(edition: Edition) -> tuple[Promise, ...]:
    """Rewards within a range for those whom the edition only ever rewards."""
    rewarded = roles_only_rewarded(edition)
    return tuple(
        Promise(clause=charge.clause, least=charge.amount.from_, most=charge.amount.to, by=charge.amount.by)
        for charge in edition.charges
        if charge.kind == "fixed"
        and charge.effect == REWARD
        and rewarded.issuperset(charge.roles)
        and isinstance(charge.amount, AmountRange)
    )
