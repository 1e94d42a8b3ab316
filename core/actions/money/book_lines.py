"""Book many lines of a batch at once, each on the ground of the charge that it pays."""

from collections.abc import Callable, Sequence

from core.actions.money.book import book_all
from core.ledger.posting import Posting
from core.payroll.batch import BatchLine
from core.payroll.booking import charge_behind, charges_in
from core.ports import UnitOfWork

Booked = Callable[[BatchLine, Posting], Posting]


async def book_lines(
    lines: Sequence[BatchLine], as_booked: Booked, *, uow: UnitOfWork, actor_id: int
) -> tuple[Posting, ...]:
    """`as_booked` makes a transaction of a line and its charge; each case is read once, however many lines it has."""
    cases = dict.fromkeys(line.case_id for line in lines)
    postings = [one for case_id in cases for one in await uow.ledger.postings(case_id=case_id)]
    charges = charges_in(postings)
    return await book_all(
        [as_booked(line, charge_behind(line, charges)) for line in lines], uow=uow, actor_id=actor_id
    )
