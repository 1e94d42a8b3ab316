"""What nothing uses: a role that nobody is charged in, a setting that decides nothing, a fact that no rule reads."""

from collections.abc import Iterator
from typing import Final

from core.model.fault import Fault
from core.rulebook.chapter import Chapter
from core.rulebook.checks.references import REFERENCES
from core.rulebook.checks.walking import tables
from core.rulebook.conduct_rules import Reassignment
from core.rulebook.edition import Edition
from core.rulebook.money_rules import Split
from core.rulebook.process_rules import Office
from core.rulebook.rate_tables import LEADING
from core.rulebook.vocabulary import Cause, FactField, RecordFact, Role, Setting

_NEED_USE: Final = (
    "facts",
    "person",
    "roles",
    "offices",
    "settings",
    "conditions",
    "accounts",
    "measures",
    "readings",
    "faults",
)
"""Chapters whose entries do nothing by themselves."""

Used = tuple[str, str]
"""A vocabulary and a name of it."""


def names_without_use(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every name that is declared and that no rule refers to."""
    used = set(_used(edition))
    for chapter in _NEED_USE:
        for name, entry in getattr(edition, chapter).items():
            if not used & _ways_to_name(chapter, name, entry) and not _may_rest(entry):
                yield Fault(f"{chapter}.{name}", "is used by nothing;", "name it in a rule, or take it out")


def _ways_to_name(chapter: str, name: str, entry: object) -> set[Used]:
    if chapter == "person":
        return {("facts", f"person.{name}")}
    parts = entry.fields if isinstance(entry, RecordFact) else ()
    return {(chapter, name), *((chapter, f"{name}.{part}") for part in parts)}


def _may_rest(entry: object) -> bool:
    """Some may be there for the record alone: optional roles, offices that say what they do, facts not asked for."""
    if isinstance(entry, Role):
        return entry.optional
    if isinstance(entry, Office):
        return bool(entry.clause or entry.does)
    return isinstance(entry, (FactField, RecordFact)) and entry.if_absent == "no"


def _used(edition: Edition) -> Iterator[Used]:
    for _, table in tables(edition):
        for field, vocabulary in REFERENCES.get(type(table), {}).items():
            yield from ((vocabulary, name) for name in _names(getattr(table, field)))
        reading = getattr(table, "reading", None)
        yield from (("readings", name) for name in _names(reading))
        yield from _of_keys(table)


def _of_keys(table: Chapter) -> Iterator[Used]:
    """What a table names by the keys of a table in it."""
    if isinstance(table, Split):
        vocabulary = "faults" if table.over == "departments" else "roles"
        shares = table.shares if isinstance(table.shares, dict) else {}
        yield from ((vocabulary, name) for name in (*table.among, *table.single, *shares))
    if isinstance(table, Reassignment):
        yield from (("facts", f"person.{name}") for name in table.set)
    if isinstance(table, Setting):
        for key, ids in table.by.items():
            yield from ((LEADING[key], one) for one in ids) if key in LEADING else (("facts", key),)
    if isinstance(table, Cause):
        yield from (("facts", f"person.{name}") for name in table.suggests)


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(name) for name in value)
    return () if value is None else (str(value),)
