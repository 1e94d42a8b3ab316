"""Answers that name several of a question's choices: as ids, and as the marks that buttons carry."""

from collections.abc import Collection
from typing import Final

from core.rulebook.vocabulary import FactField

NONE_OF_THEM: Final = "-"
"""The answer that none of the choices holds; an empty answer is no answer."""


def several_in(field: FactField, answer: str) -> list[str] | None:
    """The ids in that answer, in the order of the rulebook; None where it names anything else."""
    if answer == NONE_OF_THEM:
        return []
    named = {name.strip() for name in answer.split(",")}
    return [choice for choice in field.choices if choice in named] if named <= field.choices.keys() else None


def answer_of_marks(field: FactField, marks: int) -> str:
    """The answer in ids that these marks stand for."""
    return ",".join(_marked(field, marks)) or NONE_OF_THEM


def marks_of(field: FactField, picked: Collection[str]) -> int:
    """The marks of these choices: one bit each, in the order of the rulebook, so that any fit a button."""
    return sum(_bit(place) for place, choice in enumerate(field.choices) if choice in picked)


def toggled(field: FactField, marks: int) -> tuple[tuple[str, bool, int], ...]:
    """Each choice, whether it is marked, and the marks once it is pressed."""
    return tuple(
        (choice, bool(marks & _bit(place)), marks ^ _bit(place)) for place, choice in enumerate(field.choices)
    )


def _marked(field: FactField, marks: int) -> tuple[str, ...]:
    return tuple(choice for choice, is_marked, _ in toggled(field, marks) if is_marked)


def _bit(place: int) -> int:
    return 1 << place
