"""A company's own choice of chapters: which regulation gives which part of its rulebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from core.model.label import Label

CHAPTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "scope": ("scope", "precedence", "laws"),
    "intake": ("channels", "intake"),
    "numbering": ("numbering",),
    "grading": ("incident", "exclusions", "grading", "grades"),
    "liability": (
        "decisions",
        "reassignments",
        "bases",
        "splits",
        "charges",
        "adjustments",
    ),
    "losses": ("pricing", "counted"),
    "sanctions": ("sanctions",),
    "causes": ("causes",),
    "deadlines": ("deadlines",),
    "approvals": ("approvals",),
    "appeals": ("appeals",),
    "remedy": ("remedy",),
    "closing": ("closing",),
    "duties": ("duties",),
    "retention": ("retention",),
}
"""The chapters that may be chosen, with the tables of an edition that belong to each."""

WITH: Final[Mapping[str, str]] = {
    "losses": "liability",
    "sanctions": "liability",
    "causes": "liability",
    "remedy": "duties",
}
"""Chapters that come with another one unless they are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The chapters by the rulebook each is taken from; `rest` gives those not named, an empty text gives none.

    `settings` fill what the regulations leave open, in the words of a rulebook file.
    """

    id: str
    title: Label
    edition: str
    chapters: Mapping[str, str]
    rest: str = ""
    in_force_from: date | None = None
    settings: Mapping[str, object] = field(default_factory=dict)

    def source_of(self, chapter: str) -> str:
        """The rulebook that gives this chapter; empty where the composition has none."""
        if chapter in self.chapters:
            return self.chapters[chapter]
        return self.rest or self.chapters.get(WITH.get(chapter, ""), "")

    def sources(self) -> tuple[str, ...]:
        """Every rulebook that gives a chapter, each once, in the order of the chapters."""
        return tuple(dict.fromkeys(filter(None, map(self.source_of, CHAPTERS))))

    def chapters_of(self, source: str) -> tuple[str, ...]:
        """The chapters which that rulebook gives."""
        return tuple(chapter for chapter in CHAPTERS if self.source_of(chapter) == source)
