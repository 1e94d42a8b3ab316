"""Walks along a chain of rows and names what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.storage.chain import Chain, Row

Passed = Callable[[int], object]
# how far from its place a row is looked for that was moved
MOVED_BY = 50


def untold(count: int) -> None:
    """Nobody wants to be told that so many more were walked."""
    _ = count


class FaultKind(StrEnum):
    """What can be wrong with a row: with its place, with what it says, with the words beside it, with its sums."""

    GAP = "gap"
    MOVED = "moved"
    BROKEN_LINK = "broken_link"
    EDITED = "edited"
    EDITED_WORDS = "edited_words"
    UNBALANCED = "unbalanced"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class ChainFault:
    """A row at fault. `other` is the last row of a gap of several, or the number that a moved row was written as."""

    seq: int
    kind: FaultKind
    other: int = 0


class Walk:
    """One walk along the rows; `seq` is the number of the last. The row with the hash `head`, if any, must be met."""

    def __init__(self, chain: Chain, head: str = "") -> None:
        self.seq = 0
        self._chain = chain
        self._head = head
        self._is_head_met = not head
        self._hash = ""
        # by how much numbers are off from here on
        self._off = 0

    def step(self, row: Row) -> tuple[ChainFault, ...]:
        """What is wrong with the next row; the walk goes on from what it found there."""
        faults = () if self._is_next(row) else tuple(self._faults(row))
        self.seq, self._hash = row["seq"], row["hash"]
        self._is_head_met = self._is_head_met or self._hash == self._head
        return faults

    def end(self) -> tuple[ChainFault, ...]:
        """What is wrong with the end of the chain."""
        return () if self._is_head_met else (ChainFault(self.seq + 1, FaultKind.CUT),)

    def _is_next(self, row: Row) -> bool:
        """Whether it is just the row that follows, as all rows are of a chain that nobody touched."""
        seq = row["seq"]
        follows = seq == self.seq + 1 and row["previous"] == self._hash
        return follows and self._is_as_written(row, seq - self._off)

    def _faults(self, row: Row) -> Iterator[ChainFault]:
        seq = row["seq"]
        if is_after_gap := seq > self.seq + 1:
            yield ChainFault(self.seq + 1, FaultKind.GAP, other=seq - 1 if seq > self.seq + 2 else 0)
        if fault := self._fault(row, is_after_gap=is_after_gap):
            yield fault

    def _fault(self, row: Row, *, is_after_gap: bool) -> ChainFault | None:
        seq, follows = row["seq"], is_after_gap or row["previous"] == self._hash
        if self._is_as_written(row, seq - self._off):
            return None if follows else ChainFault(seq, FaultKind.BROKEN_LINK)
        # its number is part of its hash: so a row that was put elsewhere tells where it was
        moves = (off for off in range(-MOVED_BY, MOVED_BY + 1) if self._is_as_written(row, seq - off))
        off = next(moves, None)
        if off is None:
            return ChainFault(seq, FaultKind.EDITED if follows else FaultKind.BROKEN_LINK)
        self._off = off
        return ChainFault(seq, FaultKind.MOVED, other=seq - off)

    def _is_as_written(self, row: Row, seq: int) -> bool:
        written = row if row["seq"] == seq else {**row, "seq": seq}
        return bool(row["hash"] == self._chain.hash_of(written))
