import pytest

from core.rules.typed.short_names import name_meant, short

LONG = "reputation_seriously_hurt_of_six_grade_incidents"


@pytest.mark.parametrize("name", ["", "level", "a" * 16])
def test_a_name_that_is_short_stays_as_it_is(name: str) -> None:
    assert short(name) == name


def test_a_long_name_keeps_its_beginning_and_digits_that_tell_it_from_others() -> None:
    assert len(short(LONG)) == 16
    assert short(LONG).startswith("reputat~")
    assert short(LONG) != short(f"{LONG}_too")


@pytest.mark.parametrize("pressed", [LONG, short(LONG)])
def test_a_name_is_meant_whole_or_short(pressed: str) -> None:
    assert name_meant(pressed, ["level", LONG]) == LONG


def test_what_is_no_name_is_left_as_it_was_pressed() -> None:
    assert name_meant("nothing", ["level", LONG]) == "nothing"
