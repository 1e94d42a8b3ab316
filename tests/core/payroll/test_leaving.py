"""What a case owes back to a leaver: first set against what stands in its place, the rest paid back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.ledger.account import COMPANY_FINANCE, Occasion
from core.ledger.balances import balances, owed_by, owed_in
from core.ledger.posting import Posting
from core.model.money import Money
from core.payroll.leaving import CaseAccount, settled_by
from tests.core.ledger.make_postings import charged, withheld
from tests.make import NOW


def booked(*postings: Posting) -> tuple[Posting, ...]:
    return tuple(replace(posting, id=number) for number, posting in enumerate(postings, 1))


def replaced(taken: int, old: int, new: int) -> tuple[Posting, ...]:
    """`taken` was withheld of a notice over `old`, which was reversed; another over `new` (none: 0) took its place."""
    charge = replace(charged(old), id=1)
    later = (charged(new, notice_id=2),) if new else ()
    return booked(charge, withheld(taken), charge.reversed_at(NOW, 5), *later)


def account(*postings: Posting, frozen: frozenset[int] = frozenset()) -> CaseAccount:
    return CaseAccount(person_id=17, postings=postings, frozen=frozen)


def test_without_another_notice_all_of_it_is_paid_back() -> None:
    postings = replaced(51000, 87600, 0)

    settled = account(*postings).settling(5, NOW)

    assert [posting.occasion for posting in settled] == [Occasion.PAID_BACK]
    assert settled_by(settled) == (Money(0), Money(51000))
    assert owed_in((*postings, *settled)) == ()
    assert settled[0].ground.decided_by == 5


def test_what_a_new_notice_charges_is_kept_of_it() -> None:
    postings = replaced(51000, 87600, 30000)

    settled = account(*postings).settling(5, NOW)

    assert settled_by(settled) == (Money(30000), Money(21000))
    assert [posting.ground.notice_id for posting in settled] == [1, 2, 1]
    assert owed_in((*postings, *settled)) == ()


def test_a_new_notice_over_more_keeps_all_of_it() -> None:
    settled = account(*replaced(51000, 87600, 60000)).settling(5, NOW)

    assert settled_by(settled) == (Money(51000), Money(0))


def test_nothing_of_a_frozen_notice_is_settled() -> None:
    frozen = account(*replaced(51000, 87600, 0), frozen=frozenset({1}))

    assert (frozen.owed_back(), frozen.settling(5, NOW)) == (Money(0), ())


def test_the_fund_that_had_the_money_is_named() -> None:
    assert account(*replaced(51000, 87600, 0)).funds() == (COMPANY_FINANCE,)


def test_nobody_elses_money_is_touched() -> None:
    other = booked(*replaced(51000, 87600, 0), charged(100, person_id=3), withheld(200, person_id=3))

    settled = account(*other).settling(5, NOW)

    assert {entry.person_id for posting in settled for entry in posting.entries} == {17, None}
    assert owed_by(owed_in((*other, *settled))) == Money(-100)


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_the_leaver_is_paid_what_was_withheld_beyond_the_new_charge(taken: int, new: int) -> None:
    postings = replaced(taken, 10**6, new)

    settled = account(*postings).settling(None, NOW)

    carried, at_once = settled_by(settled)
    assert (carried.fen, at_once.fen) == (min(taken, new), max(0, taken - new))
    assert sum(amount.fen for amount in balances((*postings, *settled)).values()) == 0
    assert owed_by(owed_in((*postings, *settled))) == Money(max(0, new - taken))


def test_a_second_notice_in_the_place_of_the_first_is_served_after_the_first_one() -> None:
    first = replaced(51000, 87600, 30000)
    postings = booked(*first, charged(10000, notice_id=3, clause="5.2"), charged(50000, notice_id=4))

    settled = account(*postings).settling(5, NOW)

    assert settled_by(settled) == (Money(51000), Money(0))
    assert [(one.notice_id, one.amount) for one in owed_in((*postings, *settled))] == [(4, Money(39000))]


def test_nothing_is_carried_to_a_notice_when_nothing_is_left() -> None:
    first = replaced(30000, 87600, 30000)
    postings = booked(*first, charged(10000, notice_id=3))

    settled = account(*postings).settling(5, NOW)

    assert [posting.ground.notice_id for posting in settled] == [1, 2]
