"""Whatever the server sends is looked at without a fault, and a tip is known in whatever form it comes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tips.seen import seen_in

KEYS = st.sampled_from(
    [
        "message",
        "edited_message",
        "callback_query",
        "chat",
        "from",
        "id",
        "text",
        "photo",
        "message_id",
        "document",
    ]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, ANYTHING, max_size=4))
def test_nothing_that_arrives_is_a_fault(update: dict[str, Any]) -> None:
    seen = seen_in(update)

    if seen is not None:
        assert seen.begins in (True, False)
        assert list(seen.messages) is not None
        assert seen.file is None or seen.file.id


@pytest.mark.parametrize(
    "text",
    [
        *("/tip", "/TIP he hides it", " /tip@gongdao_bot x", "／tip x", "/举报 x", "/tips x"),
        *("\u200b/tip x", "\u202e/tip x", "/ tip x", "／ｔｉｐ x", "、tip x", "、举报 x", "\\tip", "/舉報 x"),
    ],
)
@pytest.mark.parametrize("place", ["text", "caption"])
def test_a_tip_begins_however_it_is_typed(text: str, place: str) -> None:
    seen = seen_in({"message": {"chat": {"id": 5}, "from": {"id": 5}, place: text}})

    assert seen is not None
    assert seen.begins


@pytest.mark.parametrize(
    ("text", "is_command"),
    [("/my", True), ("/find 李强", True), ("/李强 藏泵", False), ("/3月4日 藏泵", False), ("／my", False)],
)
def test_only_what_may_be_a_command_is_let_past_a_tip(text: str, is_command: bool) -> None:
    seen = seen_in({"message": {"chat": {"id": 5}, "from": {"id": 5}, "text": text}})

    assert seen is not None
    assert seen.is_command is is_command


@pytest.mark.parametrize("text", ["", "tip", "the /tip", "/my", "举报"])
def test_other_words_begin_none(text: str) -> None:
    seen = seen_in({"message": {"chat": {"id": 5}, "from": {"id": 5}, "text": text}})

    assert seen is not None
    assert not seen.begins


@pytest.mark.parametrize(
    ("text", "says_more"),
    [
        ("/tip", False),
        ("/tip@gongdao_bot ", False),
        ("／举报", False),
        ("/举报李强藏泵", True),
        ("/tip x", True),
    ],
)
def test_what_is_said_right_behind_the_command_is_content(text: str, says_more: bool) -> None:
    seen = seen_in({"message": {"chat": {"id": 5}, "from": {"id": 5}, "text": text}})

    assert seen is not None
    assert seen.has_content is says_more


def test_a_message_is_found_however_deep_it_is_carried() -> None:
    carried = {"message_id": 3, "chat": {"id": 5}, "text": "x"}
    seen = seen_in(
        {"message": {"message_id": 9, "chat": {"id": 5}, "reply_to_message": {"pinned_message": [carried]}}}
    )

    assert seen is not None
    assert set(seen.messages) == {(5, 9), (5, 3)}
