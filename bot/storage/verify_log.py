"""Names what is wrong with the log's chain and the words beside it: the first thing, or all of it."""

from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.as_it_stands import as_they_stand
from bot.storage.chain_walk import ChainFault, FaultKind, Walk
from bot.storage.chained_tables import log, log_words
from bot.storage.log import LOG_CHAIN, words_hash

EVERYTHING = (
    select(*as_they_stand(log), *as_they_stand(log_words)[1:])
    .outerjoin(log_words, log_words.c.seq == log.c.seq)
    .order_by(log.c.seq)
)


async def verify_log(connection: AsyncConnection, head: str = "") -> ChainFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there."""
    async for fault in faults_in_log(connection, head):
        return fault
    return None


async def faults_in_log(connection: AsyncConnection, head: str = "") -> AsyncIterator[ChainFault]:
    """Every fault, in the order of the rows."""
    walk = Walk(LOG_CHAIN, head)
    async with connection.stream(EVERYTHING) as rows:
        async for row in rows.mappings():
            for fault in walk.step({**row}):
                yield fault
            if row["words"] is not None and row["words_hash"] != words_hash(row["salt"], row["words"]):
                yield ChainFault(row["seq"], FaultKind.EDITED_WORDS)
    for fault in walk.end():
        yield fault
