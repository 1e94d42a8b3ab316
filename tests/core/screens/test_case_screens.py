from dataclasses import replace

from core.model.case import Stage
from core.screens.case import case_screen
from core.screens.case_buttons import clock_buttons
from core.screens.registered import registered_screen
from tests.make import NOW, case, company, person


def verbs(stage: Stage, employee_no: str, person_id: int, **changes: object) -> list[str]:
    shown = case_screen(
        case(id=1, stage=stage, owner_id=2, **changes),
        company(),
        (),
        owner=None,
        reader=replace(person(employee_no), id=person_id),
    )
    return [button.verb for row in shown.rows for button in row]


def test_each_stage_offers_what_its_reader_can_do() -> None:
    assert verbs(Stage.REGISTERED, "E11", 2) == ["triage"]
    assert verbs(Stage.REGISTERED, "E10", 1) == ["ask_owner"]
    assert verbs(Stage.RETURNED, "E10", 1) == ["supplement", "give_back", "ask_owner"]
    assert verbs(Stage.INVESTIGATING, "E11", 2) == ["investigate", "papers"]
    assert verbs(Stage.DECIDED, "E04", 6) == ["ask_owner", "papers"]


def test_its_owner_can_still_open_figures_that_are_being_decided() -> None:
    assert verbs(Stage.CONFIRMING, "E11", 2) == ["investigate", "papers"]
    assert verbs(Stage.APPROVING, "E11", 2) == ["investigate", "papers"]
    assert verbs(Stage.DECIDED, "E11", 2) == ["close", "papers", "correct"]


def test_only_reporter_and_owner_stop_the_clock() -> None:
    assert verbs(Stage.DECIDED, "E10", 1, first_reply_due_at=NOW) == [
        "replied",
        "why_due",
        "ask_owner",
        "papers",
    ]
    assert verbs(Stage.DECIDED, "E04", 6, first_reply_due_at=NOW) == ["ask_owner", "papers"]


def test_an_answered_customer_leaves_only_the_why() -> None:
    answered = case(first_reply_due_at=NOW, replied_at=NOW)

    assert [button.verb for button in clock_buttons(answered)] == ["why_due"]


def test_without_a_clock_the_registration_shows_the_number_alone() -> None:
    shown = registered_screen(case(), company(), NOW)

    assert shown.data["left"] is None
    assert [[button.copy for button in row] for row in shown.rows] == [["250303"]]
