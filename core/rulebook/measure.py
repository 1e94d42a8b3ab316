"""How much an edition says: counts for lists of rulebooks."""

from dataclasses import dataclass

from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Counts of one edition; `missing` are the settings that the regulation leaves out and nobody filled."""

    clauses: int
    rules: int
    missing: tuple[str, ...]
    grades: int
    charges: int
    deadlines: int
    appeals: int
    gates: int
    duties: int


def measure_of(edition: Edition) -> Measure:
    """Return the counts of an edition; a rule is a table that obeys a clause and is no word or setting."""
    vocabulary = ("facts", "person", "settings", "roles", "offices", "causes")
    words = {id(table) for chapter in vocabulary for _, table in tables(getattr(edition, chapter))}
    rules = [
        table for _, table in tables(edition) if getattr(table, "clause", None) and id(table) not in words
    ]
    return Measure(
        clauses=len(edition.clauses),
        rules=len(rules),
        missing=tuple(
            name
            for name, setting in edition.settings.items()
            if setting.status == "missing" and setting.value is None
        ),
        grades=len(edition.grades),
        charges=len(edition.charges),
        deadlines=len(edition.deadlines),
        appeals=len(edition.appeals),
        gates=sum(duty.is_gate for duty in edition.duties.values()),
        duties=sum(not duty.is_gate for duty in edition.duties.values()),
    )
