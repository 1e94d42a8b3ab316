from datetime import date

import pytest

from bot.rulebooks import rulebook
from core.rules.case.asked_facts import asked_facts
from core.rules.typed.several_answers import answer_of_marks, marks_of, several_in, toggled

COSTS = asked_facts(rulebook("after-sales-claims", date(2025, 3, 3)))["cost_classes"]


@pytest.mark.parametrize(
    ("answer", "picked"),
    [
        ("transport,parts", ["parts", "transport"]),
        ("parts, parts", ["parts"]),
        ("-", []),
        ("parts,glue", None),
        ("", None),
    ],
)
def test_several_ids_are_kept_once_each_in_the_rulebooks_order(answer: str, picked: list[str] | None) -> None:
    assert several_in(COSTS, answer) == picked


@pytest.mark.parametrize("answer", ["parts", "parts,transport", "compensation", "-"])
def test_marks_carry_an_answer_there_and_back(answer: str) -> None:
    assert answer_of_marks(COSTS, marks_of(COSTS, several_in(COSTS, answer) or [])) == answer


def test_a_press_turns_one_mark_and_leaves_the_others() -> None:
    parts, repair, *_ = toggled(COSTS, marks_of(COSTS, ["parts"]))

    assert parts == ("parts", True, 0)
    assert repair == ("repair", False, marks_of(COSTS, ["parts", "repair"]))


def test_marks_beyond_the_choices_stand_for_nothing() -> None:
    assert answer_of_marks(COSTS, 1 << 40) == "-"
