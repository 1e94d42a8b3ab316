"""Names what is wrong with the log's chain and the words beside it: the first thing, or all of it."""

from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.as_it_stands import AsTheyStand
from bot.storage.chain_walk import ChainFault, FaultKind, Passed, Walk, untold
from bot.storage.chained_tables import log, log_words
from bot.storage.log import LOG_CHAIN, words_hash

EVERYTHING = AsTheyStand(
    (*log.columns, log_words.c.salt, log_words.c.words),
    log.outerjoin(log_words, log_words.c.seq == log.c.seq),
)


async def verify_log(connection: AsyncConnection, head: str = "") -> ChainFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there."""
    async for fault in faults_in_log(connection, head):
        return fault
    return None


async def faults_in_log(
    connection: AsyncConnection, head: str = "", passed: Passed = untold
) -> AsyncIterator[ChainFault]:
    """Every fault, in the order of the rows; `passed` is told now and then how many more were walked."""
    walk = Walk(LOG_CHAIN, head)
    async for rows in EVERYTHING.pages(connection):
        for row in rows:
            for fault in walk.step(row):
                yield fault
            if row["words"] is not None and row["words_hash"] != words_hash(row["salt"], row["words"]):
                yield ChainFault(row["seq"], FaultKind.EDITED_WORDS)
        passed(len(rows))
    for fault in walk.end():
        yield fault
