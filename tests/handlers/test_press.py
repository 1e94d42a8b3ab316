"""What a button sends, and what a forged one cannot."""

import pytest

from handlers.press import Press, press_from


def test_a_press_names_its_verb_thing_version_and_argument() -> None:
    assert press_from("party_role:7:3:12:driver") == Press("party_role", 7, 3, "12:driver")


def test_an_argument_may_be_missing() -> None:
    assert press_from("why:7:3") == Press("why", 7, 3, "")


@pytest.mark.parametrize(
    "data", ["", "why", "why:7", "why:7:", "why::3", "why:-7:3", "why:²:3", "why:７:3", "why:7:" + "9" * 19]
)
def test_what_no_button_of_ours_sends_is_no_press(data: str) -> None:
    assert press_from(data) is None
