"""The sample company's rulebooks: one of its sites composes its own."""

from datetime import date
from pathlib import Path

from bot.sample.place import Place
from core.assess import assess
from core.rules.company.entry_gaps import gaps_in_entry
from core.rules.duty.office_roles import is_settled

DAY = date(2025, 3, 3)


def test_one_site_composes_its_rules_and_every_post_in_them_is_held(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.clear()
    settings = place.settings()
    company, at_hand = settings.company(), settings.rulebooks_at_hand()

    entry = company.holds("wuxi", None, DAY)
    assert entry is not None
    composed = at_hand.on(entry.rulebook, DAY)

    assert set(composed.sources) == {
        "six-grade-incidents",
        "incident-compensation",
        "product-complaint-response",
        "graded-incidents",
    }
    assert [one for one in composed.edition.offices if not is_settled(one, entry.rulebook, company)] == []
    assert [
        gap for one in company.in_force for gap in gaps_in_entry(one, at_hand.on(one.rulebook, DAY))
    ] == []


def test_its_figures_come_from_the_grading_of_one_and_the_liability_of_another(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.clear()
    composed = place.settings().rulebooks_at_hand().on("wuxi-incidents", DAY)

    answer = assess(
        {
            "occurred_on": "2025-03-03",
            "losses": [{"kind": "material", "amount": "6000.00"}],
            "facts": {"fault": "single", "process_breach": True},
            "departments": [{"id": "d1", "fault": "main"}],
            "people": [{"id": "p1", "role": "responsible", "department": "d1"}],
            "events": {"received": "2025-03-03T08:12:00+08:00"},
        },
        composed,
    )

    assert answer.grade is not None
    assert (answer.grade.id, answer.grade.clause) == ("grade_4", "six-grade-incidents 4(4)")
    assert str(answer.people[0].amount) == "2500.00"
    assert {due.clause.split(" ")[0] for due in answer.deadlines} == {"product-complaint-response"}
    assert {duty.id for duty in answer.duties} == {"cause_analysis", "education", "prevention"}
