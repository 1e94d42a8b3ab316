"""Which rules of an edition a request reaches: told from the answer and from the conditions that held."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from core.assess import assess
from core.model.assessment import Assessment
from core.model.fault import BadRequest
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.gate import Gate

BY_GATE = (
    "bases",
    "splits",
    "decisions",
    "reassignments",
    "adjustments",
    "exclusions",
    "charges",
    "sanctions",
    "grading",
)
"""Chapters whose rows count as reached when their condition held."""


class Reach:
    """One edition watched while requests are assessed under it."""

    def __init__(self, rulebook: CompiledRulebook) -> None:
        self._paths = {id(table): path for path, table in tables(rulebook.edition)}
        self._held: dict[str, Chapter] = {}
        self._edition = rulebook.edition
        self._watched: CompiledRulebook = self._watch(rulebook)

    def by(self, request: Mapping[str, Any]) -> set[str]:
        """Return the paths that the request reaches; a refused request reaches nothing."""
        self._held.clear()
        try:
            answer = assess(request, self._watched)
        except BadRequest:
            return set()
        asked = {*self._asked(request), *self._settings(request, answer)}
        touched = {*(person.role for person in answer.people), *(one.role for one in answer.pending)}
        held = {
            path
            for path, row in self._held.items()
            if not hasattr(row, "roles") or touched.intersection(row.roles)
        }
        return {*asked, *self._answered(answer), *held}

    def _watch(self, value: Any) -> Any:
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self._watch(one) for one in value)
        if isinstance(value, dict):
            return {key: self._watch(one) for key, one in value.items()}
        if not is_dataclass(value) or isinstance(value, type):
            return value
        row = getattr(value, "row", None)
        changed = {one.name: self._watch(getattr(value, one.name)) for one in fields(value)}
        if isinstance(row, Chapter) and self._paths.get(id(row), "").startswith(BY_GATE):
            changed["gate"] = self._noting(changed["gate"], row)
        return replace(value, **changed)

    def _noting(self, gate: Gate, row: Chapter) -> Gate:
        def noting(circumstances: Circumstances, party: Party | None) -> bool | None:
            answer = gate.test(circumstances, party)
            if answer:
                self._held[self._paths[id(row)]] = row
            return answer

        return Gate(noting, gate.asks, gate.settings)

    def _asked(self, request: Mapping[str, Any]) -> Iterator[str]:
        for name, value in request.get("facts", {}).items():
            yield f"facts.{name}"
            yield from _inside(f"facts.{name}", value)
        for person in request.get("people", ()):
            yield from (f"person.{name}" for name in person)
            yield f"roles.{person['role']}"

    def _settings(self, request: Mapping[str, Any], answer: Assessment) -> Iterator[str]:
        preset = (name for name, setting in self._edition.settings.items() if setting.value is not None)
        for name in (*request.get("settings", {}), *answer.needs_configuration, *preset):
            yield f"settings.{name}"

    def _answered(self, answer: Assessment) -> Iterator[str]:
        yield "scope"
        if answer.is_incident is not None:
            yield "incident"
        if answer.grade is not None:
            yield from self._grade(answer.grade.id, answer.grade.because)
        for deadline in answer.deadlines:
            yield from (f"deadlines.{deadline.id}", f"offices.{deadline.owner}")
        yield from self._demanded(answer)
        yield from self._approved(answer)
        yield from self._priced(answer)

    def _demanded(self, answer: Assessment) -> Iterator[str]:
        for duty in answer.duties:
            yield from (f"duties.{duty.id}", f"offices.{duty.owner}")
            yield from (f"offices.{copy}" for copy in duty.copies)
        for appeal in answer.appeals:
            yield from (f"appeals.{appeal.id}", f"offices.{appeal.to}")
        for pending in answer.pending:
            yield from (f"facts.{pending.what}", f"roles.{pending.role}", f"offices.{pending.decider}")

    def _approved(self, answer: Assessment) -> Iterator[str]:
        steps = {(step.clause, step.by, step.step) for step in answer.approvals}
        for place, row in enumerate(self._edition.approvals):
            if (row.clause, row.by, row.step) in steps:
                yield from (f"approvals[{place}]", f"offices.{row.by}")

    def _grade(self, grade: str, because: tuple[str, ...]) -> Iterator[str]:
        yield f"grades.{grade}"
        for place, criterion in enumerate(self._edition.grades[grade].any):
            if (criterion.id or criterion.clause) in because:
                yield f"grades.{grade}.any[{place}]"

    def _priced(self, answer: Assessment) -> Iterator[str]:
        kinds = {loss.kind for loss in answer.losses}
        yield from (
            f"pricing[{place}]" for place, row in enumerate(self._edition.pricing) if row.loss in kinds
        )
        for place, row in enumerate(self._edition.counted):
            if kinds.intersection(row.loss):
                yield f"counted[{place}]"


def _inside(path: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{path}.fields.{name}" for name in value)
    for one in value if isinstance(value, list) else [value]:
        yield f"{path}.choices.{one}"
