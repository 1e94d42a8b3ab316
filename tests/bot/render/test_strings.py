"""Strings of all topics are one table, in which nothing is said twice."""

import pytest

from bot.render.strings import merged


def test_topics_come_together() -> None:
    tables = merged(
        [("a.toml", "[toasts]\nx = '1'"), ("b.toml", "[toasts]\ny = '2'\n[labels.stage]\nz = '3'")]
    )

    assert tables == {"toasts": {"x": "1", "y": "2"}, "labels": {"stage": {"z": "3"}}}


@pytest.mark.parametrize("again", ["[toasts]\nx = '2'", "[toasts.x]\ny = '2'", "toasts = '2'"])
def test_a_text_given_twice_is_a_mistake(again: str) -> None:
    with pytest.raises(ValueError, match=r"b\.toml"):
        merged([("a.toml", "[toasts]\nx = '1'"), ("b.toml", again)])
