"""What a case has booked no longer holds: it is undone by transactions of its own, never by a change."""

from core.actions.money.book import book
from core.ledger.balances import standing
from core.ledger.posting import Posting
from core.ports import UnitOfWork


async def book_reversals(
    case_id: int, *, uow: UnitOfWork, decided_by: int | None = None, notice_id: int | None = None
) -> tuple[Posting, ...]:
    """Reverse every charge and reward of the case that stands, or those of one notice alone; none twice.

    What was withheld meanwhile stays booked: the person is then owed it back.
    """
    postings = await uow.ledger.postings(case_id=case_id)
    undone = [
        posting
        for posting in standing(postings)
        if notice_id is None or posting.ground.notice_id == notice_id
    ]
    return tuple(
        [
            await book(posting.reversed_at(uow.now, decided_by), uow=uow, actor_id=decided_by)
            for posting in undone
        ]
    )
