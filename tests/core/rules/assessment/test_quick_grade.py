from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from bot.rulebooks import rulebook
from core.rulebook.circumstances import Circumstances
from core.rules.assessment.findings import Findings
from core.rules.assessment.grading import find_grade
from core.rules.assessment.quick_grade import quick_grade

DAY = date(2025, 3, 3)
BY_CRITERIA = ("six-grade-incidents", "logistics-liability")
QUICK = {name: quick_grade(rulebook(name, DAY)) for name in BY_CRITERIA}
FLAGS = {
    name: sorted(fact for fact, field in rulebook(name, DAY).edition.facts.items() if field.type == "boolean")
    for name in BY_CRITERIA
}


@given(
    some.sampled_from(BY_CRITERIA),
    some.data(),
    some.sampled_from([0, 20000, 20001, 50000, 50001, 100000, 100001, 600000, 600001]),
)
def test_the_quick_grade_is_the_grade_that_the_trace_explains(
    name: str, data: some.DataObject, fen: int
) -> None:
    edition = rulebook(name, DAY)
    facts = {flag: data.draw(some.booleans()) for flag in FLAGS[name]}
    case = Circumstances(
        DAY, {**edition.case_defaults, **facts}, {"other": fen}, fen, dict(edition.setting_values), ()
    )

    found = find_grade(edition, case, Findings())

    assert QUICK[name](facts, {"other": fen}) == (found and found.id)


def test_a_grade_picked_by_hand_is_not_guessed() -> None:
    quick = quick_grade(rulebook("graded-incidents", DAY))

    assert quick({}, {"other": 2999999}) is None
    assert quick({}, {"other": 3000000}) == "major"
