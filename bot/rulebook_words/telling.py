"""A table as a sentence sees it: fields said in words, with a memory of what was told, so that nothing is lost."""

import re
from typing import Final, Protocol

from bot.rulebook_words.vocabulary import Vocabulary
from core.rulebook.chapter import Chapter
from core.rulebook.checks.references import REFERENCES
from core.rulebook.rows import inner_rows

MARGIN: Final = frozenset({"clause", "covers", "id", "kind", "equals"})
"""Fields that a page shows beside a sentence, or that only tell tables apart."""
_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")


class SaysFields(Protocol):
    """Whoever says the fields of tables."""

    def field(self, table: Chapter, field: str) -> str:
        """Say the value of a field; empty where it says nothing."""
        ...


class Telling:
    """A table as a sentence sees it: every field said in words; it remembers which fields were told."""

    def __init__(self, table: Chapter, sayer: SaysFields) -> None:
        self._table, self._sayer = table, sayer
        self._told: set[str] = set()
        self.raw = Raw(table, self._told)

    def __getattr__(self, name: str) -> str:
        if name not in type(self._table).model_fields:
            raise AttributeError(name)
        self._told.add(name)
        return self._sayer.field(self._table, name)

    def untold(self) -> list[str]:
        """The fields that were filled in and not told, in their order."""
        kind = type(self._table)
        elsewhere = MARGIN | _readings_of(kind) | inner_rows(self._table).keys()
        written = self._table.model_fields_set
        return [name for name in kind.model_fields if name in written - self._told - elsewhere]


class Raw:
    """The fields of a table as they are, for choosing between words."""

    def __init__(self, table: Chapter, told: set[str]) -> None:
        self._table, self._told = table, told

    def __getattr__(self, name: str) -> object:
        self._told.add(name)
        return getattr(self._table, name)


def _readings_of(kind: type[Chapter]) -> frozenset[str]:
    """The fields of a table that name a reading."""
    named = (field for field, known in REFERENCES.get(kind, {}).items() if known == "readings")
    return frozenset({"reading", *named} & kind.model_fields.keys())


def kind_of(table: Chapter) -> str:
    """The name of a kind of table: `rate_charge` for RateCharge."""
    return _WORD.sub("_", type(table).__name__).lower()


def mark_of(table: object, words: Vocabulary) -> str:
    """The clauses and readings behind a row, as they stand at the end of its line; empty for mere words."""
    if not isinstance(table, Chapter):
        return ""
    clause = getattr(table, "clause", None)
    behind = (*((clause,) if clause else ()), *getattr(table, "covers", ()))
    clauses = dict.fromkeys(one.partition("#")[0] for one in behind)
    named = (getattr(table, field) for field in sorted(_readings_of(type(table))))
    readings = dict.fromkeys(str(name) for name in named if name)
    marks = [words.text_of("page", "clause", clause=one) for one in clauses]
    marks += [words.text_of("page", "reading", reading=one) for one in readings]
    joined = words.tables["page"]["between_marks"].join(marks)
    return words.text_of("page", "mark", marks=joined) if marks else ""
