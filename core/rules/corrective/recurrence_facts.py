"""The facts by which an edition asks whether a fault has come back."""

from core.rulebook.edition import Edition
from core.rulebook.vocabulary import FactField


def recurrence_facts(edition: Edition) -> frozenset[str]:
    """Their names; empty where the regulation does not ask."""
    return frozenset(
        name
        for name, fact in edition.facts.items()
        if isinstance(fact, FactField) and fact.records == "recurrence"
    )
