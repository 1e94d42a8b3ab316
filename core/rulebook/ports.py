"""What actions need of whoever holds the editions."""

from datetime import date
from typing import Protocol

from core.model.rulebook_page import RulebookPage
from core.rulebook.compiled import CompiledRulebook, Guard


class Rulebooks(Protocol):
    """The editions at hand."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        """The edition of that rulebook for facts of that day; the earliest one if the day is before all."""
        ...

    def page(self, book: CompiledRulebook, language: str) -> RulebookPage:
        """The edition as a person reads it in that language."""
        ...

    def guard(self) -> Guard:
        """The statutory guard of wages."""
        ...
