"""Which texts are numbers that a button of ours carries."""

import pytest

from core.model.number_text import is_number


@pytest.mark.parametrize("text", ["0", "7", "007", "999999"])
def test_plain_digits_are_a_number(text: str) -> None:
    assert is_number(text, 6)


@pytest.mark.parametrize("text", ["", "-7", "+7", " 7", "7.0", "²", "７", "٧", "1000000"])
def test_signs_other_digits_and_more_digits_than_we_write_are_none(text: str) -> None:
    assert not is_number(text, 6)
