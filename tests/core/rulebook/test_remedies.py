"""What fills the forms of duties on the customer's side fits them, in every edition that ships and in one's own."""

from datetime import date
from pathlib import Path

import pytest

from bot.rulebooks import ids, rulebook
from core.model.fault import BadRulebook
from tests.core.rulebook.shipped import compiled
from tests.remedies import BOOK

TEXT = Path(__file__).parent.parent.parent.joinpath("remedies.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("right", "wrong", "allowed"),
    [
        ('paid = "cost"', 'paid = "day"', "none"),
        ('paid = "cost"', 'sum = "cost"', "paid"),
        ('satisfied = "yes"', 'satisfied = "said"', "none"),
    ],
)
def test_a_form_is_filled_with_what_fits_its_fields(right: str, wrong: str, allowed: str) -> None:
    with pytest.raises(BadRulebook, match=f"fills another type of field; allowed are {allowed}"):
        compiled(TEXT.replace(right, wrong, 1))


def test_a_step_that_meets_no_known_duty_is_a_fault_and_fills_nothing() -> None:
    wrong = TEXT.replace('meets = ["pay"]', 'meets = ["paying"]').replace(
        "fills = { pay =", "fills = { paying ="
    )

    with pytest.raises(BadRulebook, match="'paying' is not declared"):
        compiled(wrong)


def test_what_a_step_fills_belongs_to_a_duty_that_it_meets() -> None:
    editions = [BOOK.edition, *(rulebook(name, date.max).edition for name in ids())]
    steps = [step for one in editions if one.remedy for step in one.remedy.steps]

    assert len(steps) > len(BOOK.edition.remedy.steps if BOOK.edition.remedy else ())
    assert [step for step in steps if step.fills.keys() - set(step.meets)] == []


def test_nine_regulations_say_how_a_customer_is_put_right() -> None:
    named = [name for name in ids() if rulebook(name, date.max).edition.remedy]

    assert len(named) == 9
