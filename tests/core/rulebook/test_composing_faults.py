import pytest

from core.model.fault import BadRulebook
from core.rulebook.composing import compose
from core.rulebook.composing_faults import faults_in_composition
from core.rulebook.parsing import read_edition
from tests.core.rulebook.compositions import GRADED, PAYING, SHIPPED, TWO, all_shipped, composition

COMPENSATION, LOGISTICS, SIX = SHIPPED


def faults_of(rest: str = "", /, **chapters: str) -> list[str]:
    return [str(fault) for fault in faults_in_composition(composition(rest, **chapters), all_shipped())]


def test_a_liability_without_grades_goes_with_any_grading() -> None:
    assert faults_of(grading=SIX, liability=COMPENSATION) == []
    assert faults_of(grading=LOGISTICS, liability=COMPENSATION, approvals=COMPENSATION) == []


def test_grades_that_the_grading_lacks_are_named_with_their_clauses_and_a_way_out() -> None:
    liability, sanctions, approvals = faults_of(grading=SIX, liability=LOGISTICS, approvals=LOGISTICS)

    assert "speaks of the grades minor, serious, major (clauses after 4.6, 5.1, 6.1" in liability
    assert "that of six-grade-incidents has grade_1, grade_2" in liability
    assert "take grading from logistics-liability too, or liability from a rulebook" in liability
    assert sanctions.startswith("compositions.ours.sanctions:")
    assert approvals.startswith("compositions.ours.approvals:")


def test_grades_without_any_grading_are_a_fault() -> None:
    assert "none is taken; take grading from" in faults_of(liability=SIX)[0]


def test_the_same_grade_in_other_words_is_another_grade() -> None:
    charged = PAYING.replace('when = { holds = "many" }', 'when = { grade = "light" }')
    grades = GRADED[GRADED.index("[grades.light]") : GRADED.index("[deadlines")]
    own = read_edition(charged + grades.replace("holds", "holds").replace('"Light"', '"Slight"'))

    faults = faults_in_composition(
        composition(grading="graded", liability="paying-up"), TWO | {"paying-up": own}
    )

    assert "speaks of the grades light (clauses 7)" in str(faults[0])


def test_a_grade_that_the_liability_never_heard_of_is_named() -> None:
    charged = PAYING.replace('when = { holds = "many" }', 'when = { grade = "light" }')
    light = GRADED[GRADED.index("[grades.light]") : GRADED.index("[grades.grave]")]
    own = read_edition(charged + light)

    faults = faults_in_composition(
        composition(grading="graded", liability="paying-up"), TWO | {"paying-up": own}
    )

    assert "paying-up says nothing of the grades grave of the grading;" in str(faults[0])


def test_the_same_grades_in_the_same_words_go_together() -> None:
    charged = PAYING.replace('when = { holds = "many" }', 'when = { grade = "light" }')
    grades = GRADED[GRADED.index("[grades.light]") : GRADED.index("[deadlines")]

    own = TWO | {"paying-up": read_edition(charged + grades)}

    assert faults_in_composition(composition(grading="graded", liability="paying-up"), own) == ()


def meaning(grades: str) -> list[str]:
    """The faults of a liability by both grades, where its own rulebook grades like this."""
    both = PAYING.replace('when = { holds = "many" }', 'when = { grade = ["light", "grave"] }')
    own = TWO | {"paying-up": read_edition(both + grades)}
    ours = composition(grading="graded", liability="paying-up")
    return [str(fault) for fault in faults_in_composition(ours, own)]


GRADES = GRADED[GRADED.index("[grades.light]") : GRADED.index("[deadlines")]


def test_the_same_names_in_another_order_mean_something_else() -> None:
    turned = (
        GRADES.replace("rank = 1", "rank = 0").replace("rank = 2", "rank = 1").replace("rank = 0", "rank = 2")
    )

    (fault,) = meaning(turned)

    assert fault == (
        "compositions.ours.liability: means other grades by the same names: "
        "light is graver than grave in paying-up, milder in graded; "
        "take liability and grading from one of the two, or liability from a rulebook without grades"
    )


@pytest.mark.parametrize(
    ("bounds", "contrary"),
    [
        ('from = "90.00"', None),
        ('from = "90.00", to = "100.01"', None),
        (
            'from = "90.00", to = "100.00"',
            "grave is 90.00 to 100.00 in paying-up, 100.01 and over in graded;",
        ),
    ],
)
def test_bands_that_have_no_amount_in_common_mean_something_else(bounds: str, contrary: str | None) -> None:
    faults = meaning(GRADES.replace('over = "100.00"', bounds))

    assert len(faults) == (contrary is not None)
    assert contrary is None or contrary in faults[0]


def test_a_band_below_the_other_means_something_else_too() -> None:
    below = GRADES.replace('over = "100.00"', 'to = "50.00"')

    assert "grave is 0.00 to 50.00 in paying-up" in meaning(below)[0]


def test_all_faults_are_named_at_once() -> None:
    faults = faults_of("none", gradign=SIX, liability="nobody")

    assert len(faults) == 3
    assert "gradign: is no chapter; allowed are scope, intake" in faults[0]
    assert "'nobody' is no rulebook; allowed are incident-compensation, logistics" in faults[1]
    assert faults[2].startswith("compositions.ours.rest:")
    with pytest.raises(BadRulebook):
        compose(composition(gradign=SIX), all_shipped())


def test_a_composition_of_nothing_is_a_fault() -> None:
    assert "compositions.ours: names no chapter;" in faults_of()[0]


def test_two_zones_do_not_go_together() -> None:
    elsewhere = TWO["paying-up"].model_copy(update={"zone": "Asia/Tokyo"})

    faults = faults_in_composition(
        composition(grading="graded", liability="paying-up"), TWO | {"paying-up": elsewhere}
    )

    assert "count days in Asia/Shanghai, Asia/Tokyo;" in str(faults[0])
