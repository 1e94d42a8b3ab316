import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.screens.label_width import columns, shortened


@pytest.mark.parametrize(
    ("label", "wide"), [("", 0), ("Done", 4), ("完成", 4), ("✅ 完成", 7), ("é", 1), ("e\u0301", 1), ("✏️", 2)]
)
def test_a_chinese_character_takes_two_columns_and_an_accent_none(label: str, wide: int) -> None:
    assert columns(label) == wide


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Not solved the same day, the deputy takes over", "Not solved the same day, the deputy takes over"),
        (
            "Not solved within a week, filed as major by the company",
            "Not solved within a week, filed as major by the…",
        ),
        ("一" * 24, "一" * 24),
        ("一" * 25, "一" * 23 + "…"),
    ],
)
def test_a_label_is_cut_by_what_a_telephone_shows_and_not_by_its_letters(text: str, said: str) -> None:
    assert shortened(text) == said


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_no_label_is_wider_than_its_room(text: str, room: int) -> None:
    assert columns(shortened(text, room)) <= room
