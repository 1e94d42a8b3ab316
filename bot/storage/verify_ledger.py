"""Names what is wrong with the ledger's chain and its sums."""

from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.as_it_stands import AsTheyStand
from bot.storage.chain_walk import ChainFault, FaultKind, Passed, Walk, untold
from bot.storage.chained_tables import ledger
from bot.storage.ledger import LEDGER_CHAIN

EVERYTHING = AsTheyStand(tuple(ledger.columns), ledger)


async def faults_in_ledger(
    connection: AsyncConnection, head: str = "", passed: Passed = untold
) -> AsyncIterator[ChainFault]:
    """Every fault, in the order of the entries; with `head`, a hash noted earlier, its row must still be there.

    A transaction that does not add up to nothing is at fault with its last entry. `passed` is told now and then how
    many more entries were walked.
    """
    walk, sums = Walk(LEDGER_CHAIN, head), _Sums()
    async for rows in EVERYTHING.pages(connection):
        for row in rows:
            unbalanced = sums.before(row["posting"], walk.seq)
            for fault in (*walk.step(row), *unbalanced):
                yield fault
            sums.balance += row["amount"].fen
        passed(len(rows))
    for fault in (*sums.before(None, walk.seq), *walk.end()):
        yield fault


class _Sums:
    """What the entries of one transaction come to, as far as they were met."""

    def __init__(self) -> None:
        self.balance = 0
        self._posting: int | None = None

    def before(self, posting: int | None, last: int) -> tuple[ChainFault, ...]:
        """The fault of the transaction that ended with that last entry, if another one follows and it has one."""
        if posting == self._posting:
            return ()
        is_unbalanced, self._posting, self.balance = self.balance != 0, posting, 0
        return (ChainFault(last, FaultKind.UNBALANCED),) if is_unbalanced else ()
