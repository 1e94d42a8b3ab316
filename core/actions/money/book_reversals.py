"""What a case has booked no longer holds: it is undone by transactions of its own, never by a change."""

from core.actions.money.book import book
from core.ledger.balances import standing, standing_waivers
from core.ledger.posting import Posting
from core.ports import UnitOfWork


async def book_reversals(
    case_id: int, *, uow: UnitOfWork, decided_by: int | None = None
) -> tuple[Posting, ...]:
    """Reverse every charge, reward and waiver of the case that stands; none twice.

    What was withheld meanwhile stays booked: the person is then owed it back. What was waived never left them, and
    would be owed back as well if it stood on alone.
    """
    postings = await uow.ledger.postings(case_id=case_id)
    undone = (*standing(postings), *standing_waivers(postings))
    return tuple(
        [
            await book(posting.reversed_at(uow.now, decided_by), uow=uow, actor_id=decided_by)
            for posting in undone
        ]
    )
