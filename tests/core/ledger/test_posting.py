from dataclasses import replace
from datetime import timedelta

import pytest

from core.ledger.account import Account, Occasion
from core.ledger.balances import debits
from core.ledger.posting import Entry, Posting, Unbalanced
from core.model.money import Money
from tests.core.ledger.make_postings import charged, posting
from tests.make import NOW

DEBIT = Entry(account=Account.RECEIVABLE, amount=Money(100), clause="5.1", person_id=17)
CREDIT = Entry(account=Account.FUND, amount=Money(-100), clause="5.1", fund="company_finance")


def test_entries_add_up_to_nothing() -> None:
    assert sum(entry.amount.fen for entry in charged(87600).entries) == 0
    assert debits(charged(87600)) == Money(87600)


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (DEBIT,),
        (DEBIT, replace(CREDIT, amount=Money(-99))),
        (replace(DEBIT, person_id=None), CREDIT),
        (DEBIT, replace(CREDIT, fund="")),
        (DEBIT, replace(CREDIT, person_id=17)),
        (replace(DEBIT, fund="company_finance"), CREDIT),
        (DEBIT, CREDIT, replace(DEBIT, amount=Money(0))),
    ],
)
def test_what_does_not_add_up_or_does_not_say_whose_it_is_cannot_be_made(entries: tuple[Entry, ...]) -> None:
    with pytest.raises(Unbalanced):
        posting(entries)


def test_a_reversal_undoes_every_entry_and_names_what_it_undoes() -> None:
    charge = replace(charged(87600), id=3)

    undone = charge.reversed_at(NOW + timedelta(days=1), 8)

    assert (undone.occasion, undone.reverses, undone.ground.decided_by) == (Occasion.REVERSED, 3, 8)
    assert [entry.amount for entry in undone.entries] == [Money(-87600), Money(87600)]
    assert undone.ground.case_id == charge.ground.case_id


def test_a_transaction_with_its_reversal_is_sound_as_one() -> None:
    charge = charged(1)

    both = Posting(
        occasion=Occasion.CHARGED,
        ground=charge.ground,
        booked_at=NOW,
        entries=charge.entries + charge.reversed_at(NOW, None).entries,
    )

    assert debits(both) == Money(2)
