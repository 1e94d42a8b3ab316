import pytest

from core.errors import NotAllowed
from core.rules.typed.quantity_text import quantities_in


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("120", ("120", "")),
        ("１２０，不良８", ("120", "8")),
        ("120件,坏8件", ("120", "8")),
        ("1,200 不良 12", ("1200", "12")),
        ("1.2万", ("12000", "")),
        ("3 千,不良 2.50百", ("3000", "250")),
    ],
)
def test_a_quantity_is_read_as_people_write_it(typed: str, read: tuple[str, str]) -> None:
    assert quantities_in(typed) == read


@pytest.mark.parametrize("typed", ["", "很多", "1.5", "1 2 3", "1234567890"])
def test_what_is_no_whole_quantity_is_asked_again(typed: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        quantities_in(typed)

    assert refused.value.what == "quantity_unreadable"


def test_there_are_never_more_defective_than_there_are() -> None:
    with pytest.raises(NotAllowed) as refused:
        quantities_in("8 不良 120")

    assert refused.value.what == "defective_above_quantity"
