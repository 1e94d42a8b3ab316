"""Walks the log's chain and names the first thing that is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.log import link_hash, words_hash
from bot.storage.tables import log, log_words

EVERYTHING = (
    select(log, log_words.c.salt, log_words.c.words)
    .outerjoin(log_words, log_words.c.seq == log.c.seq)
    .order_by(log.c.seq)
)


class FaultKind(StrEnum):
    """What can be wrong with a row of the log."""

    GAP = "gap"
    BROKEN_LINK = "broken_link"
    EDITED = "edited"
    EDITED_WORDS = "edited_words"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class LogFault:
    """The first row at fault."""

    seq: int
    kind: FaultKind


async def verify_log(connection: AsyncConnection, head: str = "") -> LogFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there."""
    seq, previous, is_head_found = 0, "", not head
    async with connection.stream(EVERYTHING) as rows:
        async for row in rows:
            if kind := _fault(row, seq, previous):
                return LogFault(seq + 1, kind)
            seq, previous = row.seq, row.hash
            is_head_found = is_head_found or row.hash == head
    return None if is_head_found else LogFault(seq + 1, FaultKind.CUT)


def _fault(row: Row[tuple[object, ...]], seq: int, previous: str) -> FaultKind | None:
    if row.seq != seq + 1:
        return FaultKind.GAP
    if row.previous != previous:
        return FaultKind.BROKEN_LINK
    if row.hash != link_hash({**row._mapping}):  # noqa: SLF001 - the documented way to a row as a mapping
        return FaultKind.EDITED
    if row.words is not None and row.words_hash != words_hash(row.salt, row.words):
        return FaultKind.EDITED_WORDS
    return None
