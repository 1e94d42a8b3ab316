"""A notice that goes on as it was given stays waived, as far as it was, by whoever allowed it."""

from collections.abc import Iterable

from core.ledger.balances import Owed, debits
from core.ledger.posting import Posting
from core.model.money import Money
from core.payroll.booking import waived_again, waiver_posting
from tests.core.ledger.make_postings import charged
from tests.make import NOW


def owed(clause: str, fen: int) -> Owed:
    return Owed(case_id=1, notice_id=1, clause=clause, person_id=17, amount=Money(fen))


def waivers(*fen: int) -> tuple[Posting, ...]:
    return tuple(waiver_posting(Money(one), charged(), "5.1", 4, NOW) for one in fen)


def told(postings: Iterable[Posting]) -> list[tuple[str, int]]:
    return [(one.entries[0].clause, debits(one).fen) for one in postings]


def test_as_much_as_before_and_no_more() -> None:
    assert told(waived_again(waivers(36600), charged(), [owed("5.1", 87600)], NOW)) == [("5.1", 36600)]


def test_no_more_than_is_owed_now() -> None:
    assert told(waived_again(waivers(36600), charged(), [owed("5.1", 10000)], NOW)) == [("5.1", 10000)]


def test_where_the_same_amount_comes_under_other_clauses_it_is_waived_of_those() -> None:
    owes = [owed("5.1", -51000), owed("5.2", 30000), owed("5.3", 57600)]

    again = waived_again(waivers(30000, 6600), charged(), owes, NOW)

    assert told(again) == [("5.2", 30000), ("5.3", 6600)]
    assert {one.ground.decided_by for one in again} == {4}
