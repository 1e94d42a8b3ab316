"""Kinds of rule that the shipped regulations leave unused, played on a made-up one."""

from pathlib import Path
from typing import Any

import pytest

from bot.explain import Explainer
from core.assess import assess
from core.model.assessment import Assessment, Status
from core.model.fault import BadRequest
from core.model.money import Money
from core.rules.assessment.answer_json import to_json
from tests.core.rulebook.shipped import compiled

SYNTHETIC = compiled(Path(__file__).with_name("synthetic.toml").read_text("utf-8"))
KNOWN = {"rate": "10", "mode": "kind"}


def assessed(**request: Any) -> Assessment:
    return assess({"occurred_on": "2025-03-03", **request}, SYNTHETIC)


def other(amount: str) -> list[dict[str, str]]:
    return [{"kind": "other", "amount": amount}]


def amounts(answer: Assessment) -> dict[str, str]:
    return {person.id: str(person.amount) for person in answer.people}


def test_before_its_day_the_rulebook_does_not_apply() -> None:
    answer = assessed(
        occurred_on="2023-12-31", losses=other("500.00"), people=[{"id": "W", "role": "worker"}]
    )

    assert answer.status is Status.NOT_APPLICABLE
    assert amounts(answer) == {"W": "0.00"}
    assert answer.company_bears == Money.of("500.00")


def test_on_its_first_day_it_applies() -> None:
    answer = assessed(
        occurred_on="2024-01-01", losses=other("500.00"), facts={"source": "inside"}, settings=KNOWN
    )

    assert answer.status is Status.DECISION_PENDING


def test_what_is_excluded_is_not_assessed() -> None:
    assert assessed(losses=other("500.00"), facts={"prototype": True}).status is Status.NOT_APPLICABLE


def test_a_regulation_without_a_definition_says_nothing_about_incidents() -> None:
    assert assessed(losses=other("500.00")).is_incident is None


def test_a_grade_picked_by_hand_is_taken() -> None:
    answer = assessed(losses=other("500.00"), facts={"events": ["rude"], "picked": "light"})

    assert answer.grade is not None
    assert answer.grade.id == "light"


def test_until_it_is_picked_the_grade_waits() -> None:
    answer = assessed(losses=other("500.00"), facts={"events": ["rude", "late"], "source": "inside"})

    assert answer.grade is None
    assert {pending.what for pending in answer.pending} == {"picked", "lateness", "person"}


def test_the_list_of_a_fact_must_be_a_list_of_its_choices() -> None:
    with pytest.raises(BadRequest, match="allowed is a list of ids"):
        assessed(facts={"events": "late"})
    with pytest.raises(BadRequest, match="allowed are late, rude"):
        assessed(facts={"events": ["early"]})


def test_a_rate_that_a_setting_gives_needs_the_setting() -> None:
    people = [{"id": "W", "role": "worker"}]
    missing = assessed(losses=other("500.00"), facts={"source": "inside"}, people=people)
    given = assessed(losses=other("500.00"), facts={"source": "inside"}, people=people, settings=KNOWN)

    assert missing.status is Status.NEEDS_CONFIGURATION
    assert missing.needs_configuration == ("mode", "rate")
    assert (missing.people[0].amount_min, missing.people[0].amount_max) == (Money(0), Money(50000))
    assert amounts(given) == {"W": "50.00"}


def test_points_are_added_once_and_the_factor_multiplies() -> None:
    answer = assessed(
        losses=other("500.00"),
        facts={"source": "outside"},
        people=[{"id": "W", "role": "worker", "hired_on": "2020-01-01", "skill": "low"}],
        settings=KNOWN,
    )

    assert amounts(answer) == {"W": "31.25"}


def test_while_it_is_unknown_whether_points_apply_the_amount_stays_open() -> None:
    answer = assessed(losses=other("500.00"), people=[{"id": "W", "role": "worker"}], settings=KNOWN)

    assert answer.base is None
    assert {pending.what for pending in answer.pending} == {"source"}
    assert amounts(answer) == {"W": "None"}


def test_while_it_is_unknown_whether_a_setting_charges_somebody_the_amount_stays_open() -> None:
    answer = assessed(
        losses=other("500.00"),
        facts={"source": "inside"},
        people=[{"id": "H", "role": "helper"}],
        settings={"rate": "10"},
    )

    assert answer.needs_configuration == ("mode",)
    assert amounts(answer) == {"H": "None"}


def test_a_role_changes_only_where_a_witness_is_found() -> None:
    def roles(hired_on: str) -> list[str]:
        people = [{"id": "W", "role": "worker", "hired_on": hired_on}, {"id": "C", "role": "chief"}]
        answer = assessed(losses=other("1.00"), facts={"source": "outside"}, people=people, settings=KNOWN)
        return [person.role for person in answer.people]

    assert roles("2025-02-21") == ["worker", "worker"]
    assert roles("2025-02-20") == ["worker", "chief"]
    assert roles("2025-03-04") == ["worker", "chief"]


def test_a_fixed_fine_is_multiplied_by_what_is_counted() -> None:
    answer = assessed(
        losses=other("1.00"),
        facts={"source": "inside", "pieces": 3, "unit_price": "1.00"},
        people=[{"id": "H", "role": "helper"}],
        settings={"rate": "10", "mode": "strict"},
    )

    assert amounts(answer) == {"H": "30.00"}
    assert answer.people[0].sanctions == ("talk",)


def test_nothing_counted_is_nothing_charged() -> None:
    answer = assessed(
        losses=other("1.00"),
        facts={"source": "inside"},
        people=[{"id": "H", "role": "helper"}],
        settings={"rate": "10", "mode": "strict"},
    )

    assert amounts(answer) == {"H": "0.00"}


def test_a_group_pays_its_sum_once_in_equal_parts() -> None:
    answer = assessed(
        losses=other("1.00"),
        facts={"source": "inside", "unit_price": "1.01"},
        people=[{"id": "U", "role": "team"}, {"id": "T", "role": "team"}, {"id": "C", "role": "chief"}],
        settings=KNOWN,
    )

    assert amounts(answer) == {"T": "0.51", "U": "0.50", "C": "0.00"}
    assert answer.people[2].reward == Money(101)


def test_a_group_waits_for_an_amount_that_is_not_known() -> None:
    answer = assessed(
        losses=other("1.00"),
        facts={"source": "inside"},
        people=[{"id": "U", "role": "team"}, {"id": "T", "role": "team"}],
        settings=KNOWN,
    )

    assert amounts(answer) == {"T": "None", "U": "None"}


def test_an_amount_nobody_knows_cannot_be_raised() -> None:
    answer = assessed(
        losses=other("1.00"), facts={"pieces": 9}, people=[{"id": "W", "role": "worker"}], settings=KNOWN
    )

    assert amounts(answer) == {"W": "None"}


def test_what_two_rules_lack_is_asked_once() -> None:
    answer = assessed(
        losses=other("1.00"), facts={"source": "inside", "pieces": 1}, people=[{"id": "T", "role": "team"}]
    )

    assert [one.what for one in answer.pending if one.what == "unit_price"] == ["unit_price"]


def test_a_pool_is_a_rate_of_the_base_shared_by_entered_shares() -> None:
    people = [
        {"id": "B", "role": "pooled", "share_percent": "50"},
        {"id": "A", "role": "pooled", "share_percent": "50"},
    ]
    shared = assessed(losses=other("0.01"), facts={"source": "inside"}, people=people)
    waiting = assessed(losses=other("0.01"), facts={"source": "outside"}, people=people)

    assert amounts(shared) == {"A": "0.01", "B": "0.00"}
    assert amounts(waiting) == {"A": "None", "B": "None"}


def test_hours_without_their_price_need_the_setting() -> None:
    answer = assessed(losses=[{"kind": "labour", "person_hours": "2"}], facts={"source": "inside"})

    assert "hour" in answer.needs_configuration


def test_of_several_clocks_the_earliest_counts_and_days_end_at_midnight() -> None:
    answer = assessed(
        events={"received": "2025-03-03T23:59:59+08:00", "measured": "2025-03-07T00:00:01+08:00"}
    )

    due = {one.id: one.due_at.isoformat() for one in answer.deadlines}
    assert due == {"answer": "2025-03-07T00:00:00+08:00", "appeal": "2025-03-11T00:00:00+08:00"}


def test_the_day_of_an_event_is_that_of_the_regulations_zone() -> None:
    answer = assessed(events={"received": "2025-03-03T16:00:00+00:00"})

    assert answer.deadlines[0].due_at.isoformat() == "2025-03-08T00:00:00+08:00"


def test_an_event_sooner_by_the_hour_counts_before_one_by_the_day() -> None:
    answer = assessed(
        events={"received": "2025-03-03T08:00:00+08:00", "measured": "2025-03-03T09:00:00+08:00"}
    )

    assert answer.deadlines[0].due_at.isoformat() == "2025-03-04T09:00:00+08:00"


def test_the_way_of_appeal_is_told() -> None:
    appeal = assessed(losses=other("1.00")).appeals[0]

    assert appeal is not None
    assert (appeal.to, appeal.deadline, appeal.not_by) == ("audit", "appeal", ("quality",))


def test_the_ways_of_appeal_are_written_with_body_deadline_and_who_may_not_hear_it() -> None:
    written = to_json(assessed(losses=other("1.00")), Explainer("zh-Hans", SYNTHETIC))

    ((name, row),) = SYNTHETIC.edition.appeals.items()
    assert written["appeals"] == [
        {
            "id": name,
            "clause": row.clause,
            "by": "employee",
            "to": "audit",
            "deadline": "appeal",
            "not_by": ["quality"],
            "text": row.label.zh_hans,
        }
    ]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_step_has_words_in_both_languages(language: str) -> None:
    answer = assessed(
        losses=other("500.01"),
        facts={"source": "outside", "pieces": 2, "unit_price": "1.01"},
        people=[
            {"id": "W", "role": "worker", "hired_on": "2025-03-01", "skill": "low"},
            {"id": "C", "role": "chief"},
            {"id": "H", "role": "helper"},
            {"id": "T", "role": "team"},
            {"id": "U", "role": "team"},
        ],
        settings={"rate": "10", "mode": "strict"},
        events={"received": "2025-03-03T08:00:00+08:00"},
    )

    written = str(to_json(answer, Explainer(language, SYNTHETIC)))

    assert "$" not in written


def test_a_value_that_cannot_be_shown_is_still_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)

    with pytest.raises(BadRequest, match="occurred_on: found is …; allowed is a date"):
        assessed(occurred_on=endless)
