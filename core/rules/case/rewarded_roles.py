"""Roles that a rulebook only ever rewards; who holds one stays unnamed to everybody but the investigator."""

from core.rulebook.edition import Edition

REWARD = "reward"


def roles_only_rewarded(edition: Edition) -> frozenset[str]:
    """The roles that no charge of the edition makes pay."""
    rewarded = {role for charge in edition.charges if charge.effect == REWARD for role in charge.roles}
    charged = {role for charge in edition.charges if charge.effect != REWARD for role in charge.roles}
    return frozenset(rewarded - charged)
