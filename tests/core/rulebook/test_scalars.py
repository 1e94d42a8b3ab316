"""Single values of a request: what is not of its type is refused with what is allowed."""

from collections.abc import Callable

import pytest

from core.rulebook.scalars import (
    NotAllowed,
    read_date,
    read_fen,
    read_id,
    read_millionths,
    read_percent,
    read_text,
    read_time,
)


@pytest.mark.parametrize(
    ("read", "allowed"),
    [
        (read_text, "allowed is a text"),
        (read_id, "allowed is a text"),
        (read_fen, "allowed is a decimal string with at most two places"),
        (read_millionths, "allowed is a decimal string with at most six places"),
        (read_percent, "allowed is a decimal string with at most four places"),
        (read_date, "allowed is a date YYYY-MM-DD"),
        (read_time, "allowed is a timestamp with offset"),
    ],
)
@pytest.mark.parametrize("value", [5, None, True, ["5"], {"5": 5}])
def test_what_is_no_text_is_refused_with_what_is_allowed(
    read: Callable[[object], object], allowed: str, value: object
) -> None:
    with pytest.raises(NotAllowed) as refused:
        read(value)
    assert str(refused.value) == allowed


def test_a_text_comes_back_as_it_is() -> None:
    assert read_text("漏水 ") == "漏水 "
