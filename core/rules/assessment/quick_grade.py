"""Grading without saying why: for the many cases of a what-if, where only the grade is wanted."""

from collections.abc import Callable, Mapping
from datetime import date

from core.model.request import FactValue
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.gate import Test

QuickGrade = Callable[[Mapping[str, FactValue], Mapping[str, int]], str | None]
"""Facts and losses (fen by kind) in, the id of the grade out; None without one, or while a fact is missing."""


def quick_grade(rulebook: CompiledRulebook) -> QuickGrade:
    """Return a function that grades by the criteria of the edition, with its settings as they are by default.

    Facts that were not given count as what the edition says of them. Grades picked by hand are not guessed.
    """
    case = Circumstances(date.min, {}, {}, 0, dict(rulebook.setting_values), ())
    tests, defaults = _tests(rulebook), rulebook.case_defaults

    def grade(facts: Mapping[str, FactValue], losses: Mapping[str, int]) -> str | None:
        case.facts = {**defaults, **facts}
        case.take_losses(losses)
        for name, test in tests:
            answer = test(case, None)
            if answer or answer is None:
                return name if answer else None
        return None

    return grade


def _tests(rulebook: CompiledRulebook) -> tuple[tuple[str | None, Test], ...]:
    """Return what is tested in turn, the gravest first, with the grade it gives; None where a person picks."""
    tie = rulebook.edition.grading.tie
    is_higher = tie is not None and rulebook.setting_values.get(tie) == "higher"
    by_hand = [(None, ruled.gate.test) for ruled in rulebook.by_hand]
    by_criteria = [
        (rule.id, one.gate.test)
        for rule in rulebook.grades
        for one in (rule.graver if is_higher else rule.milder)
    ]
    return (*by_hand, *by_criteria)
