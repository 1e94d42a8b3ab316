"""What the batches show of a case, from its transactions alone."""

from core.ledger.account import Account, Occasion
from core.ledger.posting import Posting, moved
from core.model.money import ZERO, Money
from core.payroll.batch import Batch, BatchLine
from core.payroll.withholding import Withholding, withholding_in
from tests.core.ledger.make_postings import charged, posting, rewarded, withheld
from tests.make import NOW

BATCHES = {
    1: Batch(id=1, month="2025-03", number="KK-2025-001", file_sha256="a" * 64, prepared_at=NOW),
    2: Batch(id=2, month="2025-04", number="KK-2025-002", file_sha256="b" * 64, prepared_at=NOW),
}


def line(batch_id: int, amount: int, said: int | None = None, person_id: int = 17) -> BatchLine:
    return BatchLine(
        batch_id=batch_id,
        person_id=person_id,
        case_id=1,
        notice_id=1,
        clause="5.1",
        owed=Money(87600),
        amount=Money(amount),
        withheld=None if said is None else Money(said),
    )


def paid_back(fen: int) -> Posting:
    entries = moved(Money(fen), Account.RECEIVABLE, Account.WITHHELD, clause="5.1", person_id=17)
    return posting(entries, occasion=Occasion.PAID_BACK, batch_id=2)


def test_of_a_case_without_batches_nothing_is_shown() -> None:
    found = withholding_in([charged()], {}, [])

    assert (found.left, found.is_settled, found.is_shown) == (Money(87600), False, False)


def test_what_two_months_withheld_adds_up_and_names_both() -> None:
    booked = [charged(), withheld(51000, batch_id=1), withheld(36600, batch_id=2)]

    found = withholding_in(booked, BATCHES, [line(1, 51000), line(2, 36600)])

    assert (found.months, found.amount, found.left, found.back) == (
        ("2025-03", "2025-04"),
        Money(87600),
        ZERO,
        ZERO,
    )
    assert found.is_shown


def test_what_is_to_be_paid_back_is_not_settled_and_what_was_paid_back_counts_no_more() -> None:
    booked = [charged(50000), withheld(51000, batch_id=1)]

    assert withholding_in(booked, BATCHES, []).back == Money(1000)
    after = withholding_in([*booked, paid_back(1000)], BATCHES, [])
    assert (after.is_settled, after.amount) == (True, Money(50000))


def test_a_reward_in_the_case_is_no_withholding() -> None:
    booked = [charged(), withheld(87600, batch_id=1), rewarded(5000)]

    assert withholding_in(booked, BATCHES, []).is_settled


def test_a_payslip_beyond_its_batch_shows_no_limit_unless_the_persons_month_is_the_same() -> None:
    booked = [charged(), withheld(87600, batch_id=1)]

    over = withholding_in(booked, BATCHES, [line(1, 51000, 87600)])
    moved_within = withholding_in(booked, BATCHES, [line(1, 51000, 50000), line(1, 0, 1000)])

    assert (over.is_settled, over.is_shown) == (True, False)
    assert moved_within.is_shown


def test_what_nobody_decided_shows_nothing() -> None:
    assert not Withholding(batches=(BATCHES[1],)).is_shown
