from datetime import date
from typing import Any

import pytest

from bot.explain import Explainer
from bot.rulebooks import rulebook
from core.assess import assess

DAY = date(2025, 3, 3)
LOGISTICS = rulebook("logistics-liability", DAY)


def said(language: str, **request: Any) -> tuple[Explainer, Any]:
    answer = assess({"occurred_on": "2025-03-03", **request}, LOGISTICS)
    return Explainer(language, LOGISTICS), answer


LOSSES = [{"kind": "vehicle", "vehicle_hours": "2", "length_m": "6.0"}, {"kind": "other", "amount": "500.01"}]


def test_a_loss_is_said_with_its_price() -> None:
    words, answer = said("zh-Hans", losses=LOSSES)

    assert [words.loss(loss) for loss in answer.losses] == [
        "车辆重复出车:车长 6 米;2 车时 × 80.00 元 = 160.00 元",
        "其他直接损失 500.01 元",
    ]


def test_a_grade_is_said_with_the_clauses_met() -> None:
    words, answer = said("en", losses=LOSSES)

    assert words.grade(answer) == "Serious incident (clause 5.1)"


def test_without_a_grade_nothing_is_said_of_it() -> None:
    words, answer = said("en")

    assert words.grade(answer) == ""


def test_each_step_of_a_line_can_be_said_by_itself_with_what_rounding_did() -> None:
    people = [
        {"id": "A", "role": "responsible", "chosen_rate": "60", "reason": "late", "level": "first"},
    ]
    words, answer = said(
        "zh-Hans", losses=LOSSES[1:], people=people, facts={"objective_cause": True}, settings={}
    )

    assert words.steps(answer.people[0].lines[0].steps) == [
        "基数 500.01 元",
        "× 选定比例 60%(可选 60%–80%,理由:late)",
        "7 条:-5 个百分点",
        "× 责任系数 0.8(第一责任,8.2–8.3 条)",
        "比例合计 55%,得 220.0044 元,四舍五入到分:220.00 元",
    ]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_reading_is_said_in_words(language: str) -> None:
    words, answer = said(language, losses=[{"kind": "other", "amount": "100.00"}])

    texts = [words.warning(warning) for warning in answer.warnings]

    assert any("500" in text for text in texts)
    assert not any("$" in text for text in texts)


def test_a_changed_role_is_said_first() -> None:
    people = [
        {"id": "A", "role": "responsible", "chosen_rate": "60", "reason": "x", "joined_on": "2025-03-01"},
        {"id": "S", "role": "supervisor", "chosen_rate": "60", "reason": "x"},
    ]
    words, answer = said("en", losses=LOSSES, people=people, facts={"poor_supervision": True})

    assert words.line(answer.people[1].lines[0]).startswith(
        "clause 8.8: named as Supervisor, answers as Direct responsible person; base 660.01"
    )


def test_a_deadline_says_how_it_was_counted() -> None:
    words, answer = said("en", losses=LOSSES, events={"known": "2025-03-03T16:20:00+08:00"})

    assert words.deadline(answer.deadlines[0]) == (
        "24 hours from: Incident known; the instant of expiry is in time"
    )
