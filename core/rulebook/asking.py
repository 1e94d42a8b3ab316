"""What a conversation asks for: derived from the rules, so that no list of questions can go stale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from core.model.label import Label
from core.rulebook.compiled import CompiledRulebook, RateRule
from core.rulebook.conditions import GradeTest
from core.rulebook.vocabulary import FactField, RecordFact


class HasLabel(Protocol):
    """Anything with a word in the languages of the interface."""

    @property
    def label(self) -> Label:
        """The word."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact to ask for; a record has questions of its own. `of_person` where each person is asked about."""

    id: str
    type: str
    label: Label
    clause: str
    choices: tuple[tuple[str, Label], ...] = ()
    fields: tuple["Question", ...] = ()
    is_needed: bool
    of_person: bool = False


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
    of_case = [_question(name, fact) for name, fact in edition.facts.items()]
    of_persons = [_question(name, field, of_person=True) for name, field in edition.person.items()]
    return (*of_case, *of_persons)


def _question(name: str, fact: FactField | RecordFact, *, of_person: bool = False) -> Question:
    is_needed = fact.if_absent == "ask" and not fact.ask_when
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
        of_person=of_person,
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
    touched: set[str] = set()
    for ruled in (*rulebook.charges, *rulebook.sanctions):
        if role not in ruled.row.roles:
            continue
        tests = [test for test in ruled.row.when if isinstance(test, GradeTest)]
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
    priced = {row.loss: row.quantity for row in rulebook.edition.pricing}
    return tuple((kind, label, priced.get(kind)) for kind, label in rulebook.loss_labels.items())


def labels(rulebook: CompiledRulebook) -> dict[str, Label]:
    """Return the words of everything an answer names by id, under keys such as `role.x` and `grade.x`."""
    edition = rulebook.edition
    chapters: dict[str, Mapping[str, HasLabel]] = {
        "role": edition.roles,
        "grade": edition.grades,
        "office": edition.offices,
        "account": edition.accounts,
        "measure": edition.measures,
        "event": edition.events,
        "cause": edition.causes,
        "fault": edition.faults,
        "setting": edition.settings,
        "fact": rulebook.fields,
    }
    words = {f"{kind}.{name}": row.label for kind, rows in chapters.items() for name, row in rows.items()}
    words.update({f"reading.{name}": label for name, label in edition.readings.items()})
    for field in rulebook.fields.values():
        if isinstance(field, FactField):
            words.update({f"choice.{name}": choice.label for name, choice in field.choices.items()})
    words.update({f"loss.{name}": label for name, label in rulebook.loss_labels.items()})
    return words
