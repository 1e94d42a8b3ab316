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
        "车辆重复出车 车长 6 米；2 车时 × 80.00 = 160.00",
        "其他直接损失 500.01",
    ]


def test_a_grade_is_said_with_the_bounds_of_the_edition_that_decided_it() -> None:
    words, answer = said("en", losses=LOSSES)
    assert (
        words.grade(answer)
        == "direct loss of 660.01 lies between 500.00 and 6,000.00 (clause 5.1) → Serious incident"
    )

    words, answer = said("zh-Hans", losses=[{"kind": "other", "amount": "7000.00"}])
    assert words.grade(answer) == "直接损失 7,000.00 元达到 6,000.00 元以上（6.1 条） → 重大事故"


def test_a_grade_that_facts_decided_is_said_with_their_clause() -> None:
    facts = {"delay_hours": "50", "severe_complaint": True, "urgings": 2}
    words, answer = said("zh-Hans", facts=facts)

    assert words.grade(answer) == "4.1 条 → 轻微事故"


def test_one_rate_of_one_base_is_said_as_an_equation() -> None:
    people = [{"id": "A", "role": "responsible", "chosen_rate": "65", "reason": "late"}]
    words, answer = said("zh-Hans", losses=LOSSES, people=people)
    lines = answer.people[0].lines

    assert words.line(lines[0]) == (
        "基数 660.01 元 × 选定比例 65%（可选 60%–80%，理由：late） = 429.0065，四舍五入到分为 429.01 元"
    )
    assert words.rounding(lines) == "429.0065 → 429.01"


def test_a_range_that_repeats_carry_past_a_hundred_percent_is_said_with_both_its_ends() -> None:
    people = [{"id": "A", "role": "responsible", "previous_serious": 5}]
    words, answer = said("zh-Hans", losses=LOSSES, people=people)

    assert "比例限于 0–100%：85%–100%" in words.line(answer.people[0].lines[0])


def test_where_rounding_changed_nothing_nothing_is_said_of_it() -> None:
    people = [{"id": "A", "role": "responsible", "chosen_rate": "60", "reason": "late"}]
    words, answer = said("en", losses=[{"kind": "other", "amount": "1460.00"}], people=people)
    lines = answer.people[0].lines

    assert words.line(lines[0]).endswith("60 % (allowed 60–80 %; reason: late) = 876.00")
    assert words.rounding(lines) == ""


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
        "× 选定比例 60%（可选 60%–80%，理由：late）",
        "7 条：-5 个百分点",
        "× 责任系数 0.8（第一责任、8.2–8.3 条）",
        "比例合计 55%，得 220.0044 元，四舍五入到分：220.00 元",
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
        "24 h from “Incident known”; the instant of expiry is in time"
    )
