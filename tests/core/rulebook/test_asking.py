from datetime import date
from pathlib import Path

import pytest

from bot.rulebooks import rulebook
from core.model.fault import BadRequest
from core.rulebook.asking import loss_kinds, questions, rate_ranges, roles
from core.rulebook.labels import labels
from tests.core.rulebook.shipped import compiled

LOGISTICS = rulebook("logistics-liability", date(2025, 3, 3))
COMPENSATION = rulebook("incident-compensation", date(2025, 3, 3))
SIX_GRADES = rulebook("six-grade-incidents", date(2025, 3, 3))
SYNTHETIC = compiled((Path(__file__).parents[1] / "rules" / "synthetic.toml").read_text("utf-8"))


def test_questions_follow_the_facts_of_the_file_and_of_its_persons() -> None:
    asked = {question.id: question for question in questions(COMPENSATION)}

    assert list(asked) == ["event", "fault", "monitorable", "serious", "process_breach", "month_wage"]
    assert asked["event"].is_needed
    assert [key for key, _ in asked["fault"].choices] == ["single", "several", "undetermined"]
    assert not asked["serious"].is_needed
    assert asked["month_wage"].of_person


def test_a_record_has_questions_of_its_own() -> None:
    (vehicle,) = [question for question in questions(LOGISTICS) if question.id == "vehicle"]

    assert [field.id for field in vehicle.fields] == ["off_road_days", "off_road_working_days", "repair"]
    assert not vehicle.is_needed


def test_a_question_says_at_which_grades_it_matters() -> None:
    grades = {question.id: question.grades for question in questions(LOGISTICS)}
    base = {question.id: question.grades for question in questions(SIX_GRADES)}

    assert grades["extremely_grave"] == ("major",)
    assert grades["previous_serious"] == ("serious",)
    assert grades["objective_cause"] == ()
    assert base["base_decided"] == ("grade_4", "grade_5", "grade_6")


def test_roles_say_when_they_are_charged_and_whether_a_rate_is_chosen() -> None:
    found = {role.id: role for role in roles(LOGISTICS)}

    assert found["manager"].grades == ("serious",)
    assert found["manager"].needs_chosen_rate
    assert found["next_step"].is_optional
    assert not found["concealer"].needs_chosen_rate
    assert found["concealer"].grades == ("minor", "serious", "major")


def test_ranges_of_rates_follow_the_grade() -> None:
    minor = {one.role: (one.low, one.high, one.clause) for one in rate_ranges(LOGISTICS, "minor")}

    assert minor == {
        "responsible": (300_000, 500_000, "after 4.6"),
        "supervisor": (150_000, 200_000, "after 4.6"),
    }
    assert rate_ranges(COMPENSATION, "minor") == ()


def test_loss_kinds_say_what_may_be_given_instead_of_an_amount() -> None:
    measures = {kind: measure for kind, _, measure in loss_kinds(LOGISTICS)}

    assert measures["labour"] == "person_hours"
    assert measures["vehicle"] == "vehicle_hours"
    assert measures["material"] is None
    assert len(measures) == 16


def test_everything_an_answer_names_has_words_in_both_languages() -> None:
    for edition in (LOGISTICS, COMPENSATION, SIX_GRADES, SYNTHETIC):
        words = labels(edition)
        assert all(label.in_language("en") and label.in_language("zh-Hans") for label in words.values())
        assert {f"role.{role}" for role in edition.edition.roles} <= words.keys()


def test_a_word_that_a_language_lacks_is_said_in_simplified_chinese() -> None:
    assert labels(LOGISTICS)["role.manager"].in_language("zh-Hant") == "经理"


def test_an_unknown_rulebook_is_a_bad_request() -> None:
    with pytest.raises(BadRequest, match="rulebook: found is 'nonsense'"):
        rulebook("nonsense", date(2025, 3, 3))
