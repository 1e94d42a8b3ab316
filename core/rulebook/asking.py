"""What a conversation asks for: derived from the rules, so that no list of questions can go stale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.model.label import Label
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.compiled import CompiledRulebook, RateRule
from core.rulebook.conditions import Condition, GradeTest
from core.rulebook.fields import value_if_absent
from core.rulebook.vocabulary import FactField, RecordFact

When = tuple[Condition, ...]

_CHAPTERS: Final = (
    "grades",
    "conditions",
    "bases",
    "splits",
    "charges",
    "adjustments",
    "sanctions",
    "reassignments",
    "approvals",
    "duties",
    "deadlines",
)
"""The chapters whose rules read facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact to ask for; a record has questions of its own. `of_person` where each person is asked about.

    `grades` are those whose rules read the fact; empty where it matters whatever the grade.
    """

    id: str
    type: str
    label: Label
    clause: str
    choices: tuple[tuple[str, Label], ...] = ()
    fields: tuple["Question", ...] = ()
    is_needed: bool
    of_person: bool = False
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleInRulebook:
    """A role people are named in; `grades` are those whose charges or sanctions touch it, empty for all."""

    id: str
    label: Label
    clause: str
    is_optional: bool
    grades: tuple[str, ...]
    needs_chosen_rate: bool


@dataclass(frozen=True, slots=True)
class RateRange:
    """The rates (millionths) that may be chosen for a role, with who chooses; both ends are included."""

    role: str
    low: int
    high: int
    clause: str
    by: str


def questions(rulebook: CompiledRulebook) -> tuple[Question, ...]:
    """Return the facts of the case and of persons, in the order of the file."""
    edition = rulebook.edition
    of_case = [
        replace(_question(name, fact), grades=_grades_reading(rulebook, name))
        for name, fact in edition.facts.items()
    ]
    of_persons = [
        replace(_question(name, field), of_person=True, grades=_grades_reading(rulebook, f"person.{name}"))
        for name, field in edition.person.items()
    ]
    return (*of_case, *of_persons)


def _question(name: str, fact: FactField | RecordFact) -> Question:
    is_absent_unknown = fact.if_absent != "no" and value_if_absent(fact) is None
    is_needed = is_absent_unknown and not fact.ask_when
    if isinstance(fact, RecordFact):
        fields = tuple(_question(key, field) for key, field in fact.fields.items())
        return Question(
            id=name, type="record", label=fact.label, clause=fact.clause, fields=fields, is_needed=is_needed
        )
    return Question(
        id=name,
        type=fact.type,
        label=fact.label,
        clause=fact.clause,
        choices=tuple((key, choice.label) for key, choice in fact.choices.items()),
        is_needed=is_needed,
    )


def roles(rulebook: CompiledRulebook) -> tuple[RoleInRulebook, ...]:
    """Return every role with its words and when it is charged."""
    return tuple(
        RoleInRulebook(
            name,
            role.label,
            role.clause,
            role.optional,
            _grades_touching(rulebook, name),
            any(
                isinstance(rule, RateRule) and rule.by and name in rule.row.roles for rule in rulebook.charges
            ),
        )
        for name, role in rulebook.edition.roles.items()
    )


def _grades_touching(rulebook: CompiledRulebook, role: str) -> tuple[str, ...]:
    rows = (ruled.row for ruled in (*rulebook.charges, *rulebook.sanctions) if role in ruled.row.roles)
    return _grades_of_rows(rulebook, [row.when for row in rows])


def _grades_reading(rulebook: CompiledRulebook, fact: str) -> tuple[str, ...]:
    """Return the grades at which some rule reads the fact; none where grading itself or every grade does."""
    rows = (row for chapter in _CHAPTERS for row in _rows(getattr(rulebook.edition, chapter)))
    read = [
        getattr(row, "when", ()) for row in rows if any(_is_about(table, fact) for _, table in tables(row))
    ]
    return _grades_of_rows(rulebook, read)


def _rows(chapter: Mapping[str, object] | tuple[object, ...]) -> tuple[object, ...]:
    return tuple(chapter.values()) if isinstance(chapter, Mapping) else chapter


def _is_about(table: Chapter, fact: str) -> bool:
    names = (getattr(table, field, None) for field in ("fact", "at", "each", "by", "of"))
    return any(isinstance(name, str) and (name == fact or name.startswith(f"{fact}.")) for name in names)


def _grades_of_rows(rulebook: CompiledRulebook, rows: Sequence[When]) -> tuple[str, ...]:
    touched: set[str] = set()
    for when in rows:
        tests = [test for test in when if isinstance(test, GradeTest)]
        if not tests:
            return ()
        touched.update(*(_grades_of(rulebook, test) for test in tests))
    return tuple(rule.id for rule in reversed(rulebook.grades) if rule.id in touched)


def _grades_of(rulebook: CompiledRulebook, test: GradeTest) -> set[str]:
    if not test.and_graver:
        return set(test.grade)
    least = min(rule.grade.rank for rule in rulebook.grades if rule.id in test.grade)
    return {rule.id for rule in rulebook.grades if rule.grade.rank >= least}


def rate_ranges(rulebook: CompiledRulebook, grade: str) -> tuple[RateRange, ...]:
    """Return the ranges in which a rate is chosen at this grade, by role."""
    return tuple(
        RateRange(role, rule.low, rule.high, rule.row.clause, rule.by)
        for rule in rulebook.charges
        if isinstance(rule, RateRule) and rule.by is not None
        for role in rule.row.roles
        if _holds_at(rulebook, rule, grade)
    )


def _holds_at(rulebook: CompiledRulebook, rule: RateRule, grade: str) -> bool:
    tests = [test for test in rule.row.when if isinstance(test, GradeTest)]
    return all(grade in _grades_of(rulebook, test) for test in tests)


def loss_kinds(rulebook: CompiledRulebook) -> tuple[tuple[str, Label, str | None], ...]:
    """Return every loss kind with its words, and the measure it may be given in instead of an amount."""
    priced = {kind: rows[0].quantity for kind, rows in rulebook.priced.items()}
    return tuple((kind, label, priced.get(kind)) for kind, label in rulebook.loss_labels.items())
