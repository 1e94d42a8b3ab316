from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.rulebooks import rulebook
from core.errors import NotAllowed
from core.rules.case.asked_facts import asked_facts, asked_of_person
from core.rules.typed.fact_answers import fact_value

DAY = date(2025, 3, 3)
ZONE = ZoneInfo("Asia/Shanghai")
LOGISTICS = rulebook("logistics-liability", DAY)
ASKED_OF_PERSON = asked_of_person(LOGISTICS)
SHARE = ASKED_OF_PERSON["level"].model_copy(update={"type": "percent"})
ASKED = {**asked_facts(LOGISTICS), **ASKED_OF_PERSON, **LOGISTICS.edition.person, "share": SHARE}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("severe_complaint", "yes", True),
        ("severe_complaint", "no", False),
        ("urgings", "２", 2),
        ("delay_hours", "50.5", "50.5"),
        ("vehicle.repair", "1.2万", "12000.00"),
        ("tip.to", "general_manager", "general_manager"),
        ("level", "first", "first"),
        ("share", "37.5%", "37.5"),
        ("joined_on", "2025-01-06", "2025-01-06"),
        ("tip.at", "2025-03-04 09:30", "2025-03-04T09:30:00+08:00"),
        ("tip.at", "2025-03-04T09:30:00+00:00", "2025-03-04T09:30:00+00:00"),
        ("objective_waived", "轮胎本该更换", "轮胎本该更换"),
    ],
)
def test_answers_are_read_by_the_type_of_their_question(name: str, typed: str, value: object) -> None:
    assert fact_value(ASKED[name], typed, ZONE) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("severe_complaint", "maybe"),
        ("urgings", "2.5"),
        ("delay_hours", "long"),
        ("tip.to", "nobody"),
        ("joined_on", "2025-02-30"),
        ("tip.at", "yesterday"),
        ("vehicle", "yes"),
    ],
)
def test_an_answer_of_another_type_is_refused(name: str, typed: str) -> None:
    with pytest.raises(NotAllowed, match="answer_unfit"):
        fact_value(LOGISTICS.fields.get(name, ASKED.get(name)), typed, ZONE)  # type: ignore[arg-type]


def test_a_text_is_taken_as_it_is() -> None:
    field = ASKED["severe_complaint"].model_copy(update={"type": "text"})

    assert fact_value(field, "说明", ZONE) == "说明"


def test_what_the_staff_file_says_is_not_asked_of_the_investigator() -> None:
    assert {"level", "previous_serious"} <= set(asked_of_person(LOGISTICS))
    assert "joined_on" not in asked_of_person(LOGISTICS)
