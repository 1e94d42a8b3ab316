"""Walks the ledger's chain and names the first thing that is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.ledger import entry_hash
from bot.storage.tables import ledger

EVERYTHING = select(ledger).order_by(ledger.c.seq)


class LedgerFaultKind(StrEnum):
    """What can be wrong with an entry of the ledger."""

    GAP = "gap"
    BROKEN_LINK = "broken_link"
    EDITED = "edited"
    UNBALANCED = "unbalanced"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """The first entry at fault."""

    seq: int
    kind: LedgerFaultKind


async def verify_ledger(connection: AsyncConnection, head: str = "") -> LedgerFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there.

    A transaction that does not add up to nothing is at fault with its last entry.
    """
    seq, previous, posting, balance, is_head_found = 0, "", 0, 0, not head
    async with connection.stream(EVERYTHING) as rows:
        async for row in rows.mappings():
            if kind := _fault(row, seq, previous):
                return LedgerFault(seq + 1, kind)
            if row["posting"] != posting and balance:
                return LedgerFault(seq, LedgerFaultKind.UNBALANCED)
            seq, previous, posting = row["seq"], row["hash"], row["posting"]
            balance += row["amount"].fen
            is_head_found = is_head_found or previous == head
    if balance:
        return LedgerFault(seq, LedgerFaultKind.UNBALANCED)
    return None if is_head_found else LedgerFault(seq + 1, LedgerFaultKind.CUT)


def _fault(row: RowMapping, seq: int, previous: str) -> LedgerFaultKind | None:
    if row["seq"] != seq + 1:
        return LedgerFaultKind.GAP
    if row["previous"] != previous:
        return LedgerFaultKind.BROKEN_LINK
    return LedgerFaultKind.EDITED if row["hash"] != entry_hash({**row}) else None
