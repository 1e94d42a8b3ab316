"""Book a transaction, and say so in the log, entry by entry and with the ledger's head: neither can be cut alone."""

from collections.abc import Sequence

from core.ledger.balances import debits
from core.ledger.posting import Posting
from core.model.log import LogRow
from core.ports import UnitOfWork


async def book(posting: Posting, *, uow: UnitOfWork, actor_id: int | None = None) -> Posting:
    """The transaction as it was booked, with its id."""
    (booked,) = await book_all((posting,), uow=uow, actor_id=actor_id)
    return booked


async def book_all(
    postings: Sequence[Posting], *, uow: UnitOfWork, actor_id: int | None = None
) -> tuple[Posting, ...]:
    """The same of many at once, in their order."""
    done = await uow.ledger.book_all(postings)
    for booked, head in done:
        facts = {
            "posting": booked.id,
            "occasion": booked.occasion.value,
            "amount": str(debits(booked)),
            "reverses": booked.reverses,
            "batch": booked.ground.batch_id,
            "entries": [
                [entry.account.value, entry.fund, entry.person_id, entry.amount.fen]
                for entry in booked.entries
            ],
            "head": head,
        }
        row = LogRow(act="booked", case_id=booked.ground.case_id or None, actor_id=actor_id, facts=facts)
        await uow.log.write(row)
    return tuple(booked for booked, _ in done)
