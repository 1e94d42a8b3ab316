"""Rows of buttons break where a telephone would cut their labels short."""

import pytest

from bot.render.folding import folded


def rows(*labels: str) -> list[list[str]]:
    return [list(labels[part]) for part in folded(labels)]


@pytest.mark.parametrize(
    "labels",
    [
        ("✅ 提交", "✏️ 修改", "取消"),
        ("10%", "15%", "20%", "25%", "30%"),
        ("✅ 确认责任", "✋ 有异议"),
        ("A label alone may be as long as it likes, and longer",),
    ],
)
def test_short_labels_share_a_row(labels: tuple[str, ...]) -> None:
    assert rows(*labels) == [list(labels)]


def test_labels_too_long_for_three_stand_in_rows_of_equal_length() -> None:
    assert rows("✅ Submit", "✏️ Edit", "Cancel") == [["✅ Submit", "✏️ Edit"], ["Cancel"]]
    assert rows("东海化工", "宏达机电", "恒通泵业", "其他客户…") == [
        ["东海化工", "宏达机电"],
        ["恒通泵业", "其他客户…"],
    ]


def test_labels_too_long_for_two_stand_alone() -> None:
    assert rows("💬 Make a statement", "No statement") == [["💬 Make a statement"], ["No statement"]]


def test_a_mark_that_takes_no_room_is_not_counted() -> None:
    assert rows("e\u0301" * 14, "no") == [["e\u0301" * 14, "no"]]
