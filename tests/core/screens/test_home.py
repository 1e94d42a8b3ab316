from dataclasses import replace

from core.model.draft import Draft
from core.model.roles import Grant, Role
from core.rules.staff.menu import commands_for, roles_of
from core.screens.home import help_for, home
from core.screens.orientation import orientation
from tests.make import NOW, company, person


def test_who_meets_customers_is_offered_to_register_and_everybody_to_look() -> None:
    assert commands_for(person("E10")) == (
        "new",
        "cases",
        "due",
        "find",
        "my",
        "rulebook",
        "tip",
        "lang",
        "help",
        "cancel",
    )
    assert commands_for(person("E17")) == (
        "cases",
        "due",
        "find",
        "my",
        "rulebook",
        "tip",
        "lang",
        "help",
        "cancel",
    )


def test_help_names_every_role_a_person_holds_once() -> None:
    both = replace(
        person("E07"), grants=(Grant(Role.ADMIN, "wuxi"), Grant(Role.HR), Grant(Role.ADMIN, "suzhou"))
    )

    assert roles_of(both) == (Role.HR, Role.ADMIN)
    assert help_for(both).data["roles"] == ["hr", "admin"]


def test_an_open_draft_offers_itself_again() -> None:
    draft = Draft(id=7, version=2, person_id=1, received_at=NOW, opened_at=NOW)

    assert home(person("E10"), ()).rows == ()
    ((button,),) = home(person("E10"), (draft,)).rows
    assert (button.verb, button.id, button.version) == ("resume", 7, 2)


def test_the_orientation_has_one_button_until_it_is_answered() -> None:
    ((button,),) = orientation(person("E10", oriented_at=None), company()).rows

    assert button.label == "oriented"
    assert orientation(person("E10"), company()).rows == ()
