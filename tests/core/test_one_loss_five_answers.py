"""One loss under five regulations: the same figure, five different answers."""

from datetime import date
from typing import Any

import pytest

from bot.rulebooks import rulebook
from core.assess import assess
from core.model.assessment import Assessment

DAY = date(2025, 3, 3)
FOUND: dict[str, dict[str, Any]] = {
    "incident-compensation": {
        "facts": {"event": "claim", "fault": "single"},
        "departments": [{"id": "plant", "fault": "main"}],
        "people": [{"id": "E", "role": "responsible", "department": "plant"}],
    },
    "all-staff-liability": {"facts": {"event": "claim"}, "people": [{"id": "E", "role": "responsible"}]},
    "six-grade-incidents": {
        "people": [{"id": "E", "role": "direct"}, {"id": "L", "role": "department_leader"}]
    },
    "graded-incidents": {"people": [{"id": "E", "role": "responsible"}]},
    "logistics-liability": {
        "people": [
            {"id": "E", "role": "responsible"},
            {"id": "S", "role": "supervisor"},
            {"id": "M", "role": "manager"},
            {"id": "L", "role": "leader"},
        ]
    },
}
"""One department at fault, one employee; no batch, not shipped, no effect on reputation."""


def answer(name: str, loss: str) -> Assessment:
    losses = [{"kind": "material", "amount": loss}]
    return assess({"occurred_on": "2025-03-03", "losses": losses, **FOUND[name]}, rulebook(name, DAY))


def amounts(name: str, loss: str) -> dict[str, str]:
    """What each pays, as one figure or from one to another; who pays nothing is left out."""
    found = {}
    for person in answer(name, loss).people:
        low, high = person.amount_min, person.amount_max
        if low is None or high is None or high.fen:
            found[person.id] = str(low) if low == high else f"{low}–{high}"
    return found


def grade(name: str, loss: str) -> str | None:
    found = answer(name, loss).grade
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("loss", "pays"),
    [
        ("200.00", "80.00"),
        ("500.00", "200.00"),
        ("1000.00", "400.00"),
        ("6000.00", "2400.00"),
        ("30000.00", "10000.00"),
        ("50000.00", "10000.00"),
    ],
)
def test_under_incident_compensation_an_employee_bears_forty_percent_up_to_ten_thousand(
    loss: str, pays: str
) -> None:
    assert amounts("incident-compensation", loss) == {"E": pays}


@pytest.mark.parametrize(
    ("loss", "pays"),
    [("1000.00", "500.00"), ("6000.00", "3000.00"), ("30000.00", "15000.00"), ("50000.00", "25000.00")],
)
def test_under_all_staff_liability_half_of_what_is_above_five_hundred(loss: str, pays: str) -> None:
    assert amounts("all-staff-liability", loss) == {"E": pays}


@pytest.mark.parametrize("loss", ["200.00", "500.00"])
def test_under_all_staff_liability_up_to_five_hundred_there_is_only_the_fine(loss: str) -> None:
    found = answer("all-staff-liability", loss)

    assert found.needs_configuration == ("process_fine",)
    assert [
        line.amount and line.amount.fen for line in found.people[0].lines if line.kind == "compensation"
    ] == [0]


@pytest.mark.parametrize(
    ("loss", "found", "points"),
    [
        ("200.00", "grade_1", 0),
        ("500.00", "grade_2", 0),
        ("1000.00", "grade_3", -10),
        ("6000.00", "grade_4", -10),
        ("30000.00", "grade_4", -10),
        ("50000.00", "grade_4", -10),
    ],
)
def test_under_six_grades_the_leader_loses_points_from_grade_three(
    loss: str, found: str, points: int
) -> None:
    assert grade("six-grade-incidents", loss) == found
    assert answer("six-grade-incidents", loss).people[1].points == points


@pytest.mark.parametrize(
    ("loss", "found"),
    [
        ("200.00", None),
        ("500.00", None),
        ("1000.00", None),
        ("6000.00", None),
        ("30000.00", "major"),
        ("50000.00", "extra_major"),
    ],
)
def test_under_four_grades_a_person_decides_below_thirty_thousand(loss: str, found: str | None) -> None:
    assert grade("graded-incidents", loss) == found
    assert [one.what for one in answer("graded-incidents", loss).pending] == (
        [] if found else ["chosen_grade"]
    )


@pytest.mark.parametrize(
    ("loss", "found", "pays"),
    [
        ("200.00", "minor", {"E": "60.00–100.00", "S": "30.00–40.00"}),
        ("500.00", "minor", {"E": "150.00–250.00", "S": "75.00–100.00"}),
        ("1000.00", "serious", {"E": "600.00–800.00", "S": "100.00–200.00", "M": "100.00–200.00"}),
        ("6000.00", "serious", {"E": "3600.00–4800.00", "S": "600.00–1200.00", "M": "600.00–1200.00"}),
        ("30000.00", "major", {"E": "15000.00–24000.00", "L": "3000.00–3600.00"}),
        ("50000.00", "major", {"E": "25000.00–40000.00", "L": "5000.00–6000.00"}),
    ],
)
def test_under_logistics_liability_rates_are_chosen_inside_the_grades_range(
    loss: str, found: str, pays: dict[str, str]
) -> None:
    assert grade("logistics-liability", loss) == found
    assert amounts("logistics-liability", loss) == pays


def test_six_thousand_gives_five_different_answers() -> None:
    answers = {(grade(name, "6000.00"), str(amounts(name, "6000.00"))) for name in FOUND}

    assert len(answers) == len(FOUND)
