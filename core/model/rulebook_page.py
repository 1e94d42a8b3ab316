"""A rulebook as a person reads it: its title, what identifies the edition, and its chapters line by line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RulebookChapter:
    """One chapter: its heading, and its lines with their clauses; an inner line is indented."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulebookPage:
    """The whole of one edition in one language; `facts` are names with what they say."""

    title: str
    facts: tuple[tuple[str, str], ...]
    chapters: tuple[RulebookChapter, ...]
