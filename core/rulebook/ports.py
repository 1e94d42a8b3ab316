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

    def editions(self, rulebook: str) -> tuple[CompiledRulebook, ...]:
        """Every edition of that rulebook, the earliest first; none for an unknown one."""
        ...

    def is_composed(self, rulebook: str) -> bool:
        """Whether the company puts that rulebook together from others."""
        ...

    def compiled(self, text: str) -> CompiledRulebook:
        """The edition in a text that has passed its checks; BadRulebook for one that no longer does."""
        ...

    def page(self, book: CompiledRulebook, language: str) -> RulebookPage:
        """The edition as a person reads it in that language."""
        ...

    def guard(self) -> Guard:
        """The statutory guard of wages."""
        ...
