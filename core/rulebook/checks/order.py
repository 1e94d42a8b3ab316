"""What the pipeline relies on: no loops back, no row that nothing can reach, ranks and ties settled."""

from collections.abc import Iterator, Sequence

from core.model.fault import Fault
from core.model.money import Money
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.conditions import FactTest, GradeTest, HoldsTest
from core.rulebook.conduct_rules import Reassignment
from core.rulebook.edition import Edition
from core.rulebook.money_rules import FactorAdjustment, PointsAdjustment
from core.rulebook.opened_figures import opened_figures
from core.rulebook.vocabulary import FactField

_GRADING = ("grades", "grading", "exclusions", "conditions")


def what_the_pipeline_forbids(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every rule that reads what is not known yet, or that can never hold."""
    yield from _grade_tests_too_early(edition)
    yield from _person_tests_without_person(edition)
    yield from _rows_behind_always(edition)
    yield from _grades(edition)
    yield from _circles(edition)


def _grade_tests_too_early(edition: Edition) -> Iterator[Fault]:
    for chapter in _GRADING:
        for path, table in tables(getattr(edition, chapter), chapter):
            if isinstance(table, GradeTest):
                yield Fault(path, "tests the grade before it is found;", "allowed are facts and losses")


def _person_tests_without_person(edition: Edition) -> Iterator[Fault]:
    outer = tuple(f"{path}." for path, table in tables(edition) if _has_person(table, path))
    for path, table in tables(edition):
        is_of_person = isinstance(table, FactTest) and table.fact.startswith("person.")
        if is_of_person and not path.startswith(outer):
            found = "tests a field of a person where no person is looked at;"
            yield Fault(path, found, "allowed are facts of the case")


def _has_person(table: Chapter, path: str) -> bool:
    if isinstance(table, (Reassignment, PointsAdjustment, FactorAdjustment)):
        return True
    return isinstance(table, FactField) and path.startswith("person.")


def _rows_behind_always(edition: Edition) -> Iterator[Fault]:
    yield from _behind("bases", edition.bases)
    for over in ("departments", "people"):
        yield from _behind("splits", [row if row.over == over else None for row in edition.splits])


def _behind(chapter: str, rows: Sequence[Chapter | None]) -> Iterator[Fault]:
    is_closed = False
    for place, row in enumerate(rows):
        if row is None:
            continue
        if is_closed:
            yield Fault(
                f"{chapter}[{place}]", "stands behind a row that always holds;", "nothing can reach it"
            )
        is_closed = is_closed or not getattr(row, "when", ())


def _grades(edition: Edition) -> Iterator[Fault]:
    ranks = [grade.rank for grade in edition.grades.values()]
    if sorted(ranks) != list(range(1, len(ranks) + 1)):
        yield Fault(
            "grades", f"have the ranks {sorted(ranks)};", "ranks count from 1, the mildest, without gaps"
        )
    tie = edition.grading.tie
    for fen in sorted(figure.fen for figure in opened_figures(edition)):
        if tie is None:
            yield Fault(
                "grading.tie", f"two grades include {Money(fen)};", "a setting must say which one has it"
            )


def _circles(edition: Edition) -> Iterator[Fault]:
    for name in edition.conditions:
        if _reaches(edition, name, name, frozenset()):
            yield Fault(f"conditions.{name}", "leads back to itself;", "a condition may not hold by itself")


def _reaches(edition: Edition, start: str, goal: str, seen: frozenset[str]) -> bool:
    named = [
        table.holds for _, table in tables(edition.conditions.get(start, ())) if isinstance(table, HoldsTest)
    ]
    return any(
        name == goal or (name not in seen and _reaches(edition, name, goal, seen | {name})) for name in named
    )
