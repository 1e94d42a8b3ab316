"""Names the first thing that is wrong with the ledger's chain and its sums."""

from collections.abc import AsyncIterator

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.chain_walk import ChainFault, FaultKind, Walk
from bot.storage.chained_tables import ledger
from bot.storage.columns import Worded
from bot.storage.ledger import LEDGER_CHAIN

# words as they stand there: one that is none of ours was edited, and is no reason to stop
EVERYTHING = select(
    *(
        type_coerce(column, Text).label(column.name) if isinstance(column.type, Worded) else column
        for column in ledger.columns
    )
).order_by(ledger.c.seq)


async def verify_ledger(connection: AsyncConnection, head: str = "") -> ChainFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there.

    A transaction that does not add up to nothing is at fault with its last entry.
    """
    async for fault in _faults(connection, head):
        return fault
    return None


async def _faults(connection: AsyncConnection, head: str) -> AsyncIterator[ChainFault]:
    walk, posting, balance = Walk(LEDGER_CHAIN, head), 0, 0
    async with connection.stream(EVERYTHING) as rows:
        async for row in rows.mappings():
            last = walk.seq
            for fault in walk.step({**row}):
                yield fault
            if row["posting"] != posting and balance:
                yield ChainFault(last, FaultKind.UNBALANCED)
            posting, balance = row["posting"], balance + row["amount"].fen
    if balance:
        yield ChainFault(walk.seq, FaultKind.UNBALANCED)
    for fault in walk.end():
        yield fault
