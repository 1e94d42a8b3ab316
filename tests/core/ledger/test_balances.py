from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.ledger.account import Account
from core.ledger.balances import Owed, balances, owed_by, owed_in, standing
from core.ledger.posting import Posting
from core.model.money import Money
from tests.core.ledger.make_postings import charged, rewarded, withheld
from tests.make import NOW

AMOUNTS = st.integers(1, 10**9)
POSTINGS = st.one_of(
    st.builds(charged, AMOUNTS, person_id=st.integers(1, 4), case_id=st.integers(1, 3)),
    st.builds(withheld, AMOUNTS, person_id=st.integers(1, 4), case_id=st.integers(1, 3)),
)


@given(st.lists(POSTINGS, max_size=12))
def test_all_accounts_together_are_nothing(postings: list[Posting]) -> None:
    assert sum(amount.fen for amount in balances(postings).values()) == 0


@given(st.lists(POSTINGS, max_size=12))
def test_what_is_owed_does_not_depend_on_the_order(postings: list[Posting]) -> None:
    assert owed_in(postings) == owed_in(reversed(postings))


def test_the_oldest_case_stands_first_and_what_is_paid_is_left_out() -> None:
    postings = [
        charged(500, case_id=2),
        charged(300, case_id=1),
        charged(200, case_id=3),
        withheld(200, case_id=3),
    ]

    owed = owed_in(postings)

    assert [(one.case_id, one.amount) for one in owed] == [(1, Money(300)), (2, Money(500))]
    assert owed_by(owed) == Money(800)


def test_a_charge_that_was_withheld_and_then_reversed_is_owed_back() -> None:
    charge = replace(charged(500), id=1)

    owed = owed_in([charge, withheld(200), charge.reversed_at(NOW, None)])

    assert [one.amount for one in owed] == [Money(-200)]


def test_only_decided_transactions_that_nobody_undid_stand() -> None:
    first, second = replace(charged(500), id=1), replace(charged(700), id=2)
    undone = replace(first.reversed_at(NOW, None), id=3)

    assert standing([first, second, undone, replace(withheld(10), id=4)]) == (second,)


def test_a_reward_is_owed_to_its_person_in_an_account_of_its_own() -> None:
    assert owed_in([rewarded(4000)]) == ()
    assert owed_in([rewarded(4000)], Account.REWARDS) == (
        Owed(case_id=1, notice_id=0, clause="9.3", person_id=17, amount=Money(-4000)),
    )
