"""Walks the log's chain and names what is wrong with it: the first thing, or all of it."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.log import link_hash, words_hash
from bot.storage.tables import log, log_words

EVERYTHING = (
    select(log, log_words.c.salt, log_words.c.words)
    .outerjoin(log_words, log_words.c.seq == log.c.seq)
    .order_by(log.c.seq)
)
# how far from its place a row is looked for that was moved
MOVED_BY = 50


class FaultKind(StrEnum):
    """What can be wrong with a row of the log."""

    GAP = "gap"
    MOVED = "moved"
    BROKEN_LINK = "broken_link"
    EDITED = "edited"
    EDITED_WORDS = "edited_words"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class LogFault:
    """A row at fault. `other` is the last row of a gap of several, or the number that a moved row was written as."""

    seq: int
    kind: FaultKind
    other: int = 0


async def verify_log(connection: AsyncConnection, head: str = "") -> LogFault | None:
    """The first fault of the chain, or None. With `head`, a hash noted earlier, its row must still be there."""
    async for fault in faults_in_log(connection, head):
        return fault
    return None


async def faults_in_log(connection: AsyncConnection, head: str = "") -> AsyncIterator[LogFault]:
    """Every fault, in the order of the rows."""
    walk, is_head_found = _Walk(), not head
    async with connection.stream(EVERYTHING) as rows:
        async for row in rows.mappings():
            for fault in walk.step({**row}):
                yield fault
            is_head_found = is_head_found or row["hash"] == head
    if not is_head_found:
        yield LogFault(walk.seq + 1, FaultKind.CUT)


class _Walk:
    """One walk along the rows: number and hash of the last, and by how much numbers are off from here on."""

    def __init__(self) -> None:
        self.seq = 0
        self._hash = ""
        self._off = 0

    def step(self, row: Mapping[str, Any]) -> Iterator[LogFault]:
        """What is wrong with the next row; the walk goes on from what it found there."""
        seq = row["seq"]
        if is_after_gap := seq > self.seq + 1:
            yield LogFault(self.seq + 1, FaultKind.GAP, other=seq - 1 if seq > self.seq + 2 else 0)
        if fault := self._fault(row, is_after_gap=is_after_gap):
            yield fault
        if row["words"] is not None and row["words_hash"] != words_hash(row["salt"], row["words"]):
            yield LogFault(seq, FaultKind.EDITED_WORDS)
        self.seq, self._hash = seq, row["hash"]

    def _fault(self, row: Mapping[str, Any], *, is_after_gap: bool) -> LogFault | None:
        seq, follows = row["seq"], is_after_gap or row["previous"] == self._hash
        if _is_as_written(row, seq - self._off):
            return None if follows else LogFault(seq, FaultKind.BROKEN_LINK)
        # its number is part of its hash: so a row that was put elsewhere tells where it was
        moves = (off for off in range(-MOVED_BY, MOVED_BY + 1) if _is_as_written(row, seq - off))
        off = next(moves, None)
        if off is None:
            return LogFault(seq, FaultKind.EDITED if follows else FaultKind.BROKEN_LINK)
        self._off = off
        return LogFault(seq, FaultKind.MOVED, other=seq - off)


def _is_as_written(row: Mapping[str, Any], seq: int) -> bool:
    return bool(row["hash"] == link_hash({**row, "seq": seq}))
