"""Messages that have left and are not yet marked as sent: those which a kill at this moment would repeat."""

# one that is not answered for so long no longer holds up the others
PATIENCE = 1.0


class Unmarked:
    """Room for so many; times are seconds of one clock."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._since: dict[int, float] = {}

    def has_room(self, now: float) -> bool:
        """Whether one more may leave."""
        return len(self._since) < self._most or self._holding(now) < self._most

    def begin(self, row_id: int, now: float) -> None:
        """It leaves."""
        self._since[row_id] = now

    def end(self, row_id: int) -> None:
        """What became of it is in the database."""
        self._since.pop(row_id, None)

    def room_at(self, now: float) -> float | None:
        """When there will be room though no answer comes; None if there is some, or nothing left."""
        if self.has_room(now):
            return None
        return min(since for since in self._since.values() if now - since < PATIENCE) + PATIENCE

    def _holding(self, now: float) -> int:
        return sum(now - since < PATIENCE for since in self._since.values())
