from hypothesis import given
from hypothesis import strategies as st

from handlers.cleaning import cleaned


def test_line_breaks_stay_and_control_and_bidi_marks_go() -> None:
    assert cleaned(" 第一行\r\n第二行\u202e倒\u0000过来\ufeff ") == "第一行\n第二行倒过来"


def test_line_and_paragraph_separators_become_line_breaks() -> None:
    assert cleaned("a\u2028b\u2029c\rd") == "a\nb\ncd"


def test_letters_are_composed() -> None:
    assert cleaned("e\u0301") == "é"


def test_formulas_and_tags_are_kept_as_they_are() -> None:
    assert cleaned("=1+1 <b>") == "=1+1 <b>"


def test_joined_emoji_stay_whole() -> None:
    family = "👨\u200d👩\u200d👧"

    assert cleaned(family) == family


def test_halves_of_a_character_go() -> None:
    assert cleaned("a\ud800b") == "ab"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
