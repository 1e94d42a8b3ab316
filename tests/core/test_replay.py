"""A recorded case under another edition."""

from datetime import date

import pytest

from bot.rulebooks import rulebook
from core.model.assessment import Status
from core.model.money import Money
from core.replay import Changes, replayed

UNDER = rulebook("incident-compensation", date.max)
NO_CHANGES = Changes(roles={}, settings={})
REQUEST: dict[str, object] = {
    "rulebook": "logistics-liability",
    "occurred_on": "2025-03-03",
    "losses": [{"kind": "scrap", "amount": "6000.00"}],
    "facts": {"event": "claim", "fault": "single", "monitorable": False},
    "departments": [{"id": "仓储部", "fault": "main"}],
    "people": [{"id": "17", "role": "responsible", "department": "仓储部"}],
    "events": {},
    "settings": {},
}


def person(**more: object) -> list[dict[str, object]]:
    return [{"id": "17", "role": "responsible", "department": "仓储部", **more}]


def test_a_case_that_the_edition_understands_is_answered() -> None:
    again = replayed(REQUEST, UNDER, NO_CHANGES)

    assert again.answer is not None
    assert again.answer.status is Status.COMPLETE
    assert str(again.answer.people[0].amount) == "2400.00"
    assert again.left_out == ()


@pytest.mark.parametrize(
    ("key", "value", "left_out"),
    [
        ("facts", {"event": "claim", "fault": "single", "urgings": 2}, ("facts.urgings",)),
        ("facts", {"event": "claim", "fault": "single", "monitorable": "perhaps"}, ("facts.monitorable",)),
        ("settings", {"boundary_tie": "lower"}, ("settings.boundary_tie",)),
        ("events", {"known": "2025-03-03T08:00:00+08:00"}, ("events.known",)),
        ("people", person(previous_serious=1), ("people[0].previous_serious",)),
    ],
)
def test_what_the_edition_does_not_know_is_left_out_and_told(
    key: str, value: object, left_out: tuple[str, ...]
) -> None:
    again = replayed(REQUEST | {key: value}, UNDER, NO_CHANGES)

    assert again.answer is not None
    assert again.left_out == left_out


def test_departments_that_do_not_fit_are_left_out_whole() -> None:
    departments = [{"id": "仓储部", "fault": "elsewhere"}]

    again = replayed(
        REQUEST | {"departments": departments, "people": [{"id": "1", "role": "responsible"}]},
        UNDER,
        NO_CHANGES,
    )

    assert again.left_out == ("departments",)


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [
        ("people", [{"id": "17", "role": "manager"}], "people[0].role"),
        ("losses", [{"kind": "reputation", "amount": "1.00"}], "losses[0].kind"),
    ],
)
def test_a_case_that_cannot_be_told_in_its_words_is_refused_with_the_reason(
    key: str, value: object, path: str
) -> None:
    again = replayed(REQUEST | {key: value}, UNDER, NO_CHANGES)

    assert again.answer is None
    assert path in [fault.path for fault in again.faults]


def test_roles_are_told_in_the_words_of_the_edition_and_settings_are_filled() -> None:
    request = REQUEST | {"people": [{"id": "17", "role": "direct", "department": "仓储部"}]}
    del request["settings"]
    changes = Changes(roles={"direct": "responsible"}, settings={"process_fine": "100.00"})
    breach = request | {"facts": {"event": "claim", "fault": "single", "process_breach": True}}

    again = replayed(breach, UNDER, changes)

    assert again.answer is not None
    assert [str(line.amount) for line in again.answer.people[0].lines] == ["2400.00", "100.00"]


def test_the_recorded_request_stays_as_it_was() -> None:
    before = repr(REQUEST)

    replayed(
        REQUEST | {"people": person(previous_serious=1)},
        UNDER,
        Changes(roles={"responsible": "x"}, settings={}),
    )

    assert repr(REQUEST) == before


def test_a_request_without_people_is_answered_too() -> None:
    request = {key: value for key, value in REQUEST.items() if key != "people"}

    assert replayed(request, UNDER, NO_CHANGES).faults == ()


def test_what_is_missing_for_the_edition_is_a_refusal_with_its_name() -> None:
    under = rulebook("six-grade-incidents", date.max)
    request = {
        "occurred_on": "2025-03-03",
        "losses": [{"kind": "scrap", "amount": "6000.00"}],
        "facts": {"special_case": True, "urgings": 2},
        "people": [{"id": "17", "role": "direct"}],
    }

    again = replayed(request, under, NO_CHANGES)

    assert again.answer is None
    assert [fault.path for fault in again.faults] == ["facts.special_reason"]


def test_hours_without_a_price_count_as_the_amount_that_they_came_to() -> None:
    losses = [{"kind": "scrap", "amount": "760.00"}, {"kind": "labour", "person_hours": "12"}]

    bare = replayed(REQUEST | {"losses": losses}, UNDER, NO_CHANGES)
    priced = replayed(
        REQUEST | {"losses": losses}, UNDER, NO_CHANGES, (Money.of("760.00"), Money.of("240.00"))
    )

    assert bare.answer is None
    assert priced.answer is not None
    assert str(priced.answer.direct_loss) == "1000.00"
    assert priced.left_out == ("losses[1].person_hours",)


def test_hours_that_the_edition_prices_itself_stay_hours() -> None:
    under = rulebook("logistics-liability", date.max)
    request = {
        "occurred_on": "2025-03-03",
        "losses": [{"kind": "labour", "person_hours": "12"}],
        "people": [],
    }

    again = replayed(request, under, NO_CHANGES, (Money.of("1.00"),))

    assert again.answer is not None
    assert str(again.answer.direct_loss) == "240.00"


def test_a_request_without_losses_is_answered_too() -> None:
    request = {key: value for key, value in REQUEST.items() if key != "losses"}

    assert replayed(request, UNDER, NO_CHANGES, (Money.of("1.00"),)).answer is not None
