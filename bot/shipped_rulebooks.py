"""The editions that ship with the product, as units of work ask for them."""

from datetime import date

from bot.rulebooks import rulebook as shipped
from core.rulebook.compiled import CompiledRulebook


class ShippedRulebooks:
    """Editions from the package; each is compiled once."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        """The edition of that rulebook for facts of that day; the earliest one if the day is before all."""
        return shipped(rulebook, day)
