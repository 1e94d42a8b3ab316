"""The updates that wait until the bot confirms them by asking with a higher offset."""

from collections import deque
from collections.abc import Iterable

from bot.sandbox.faults import ApiFault
from bot.sandbox.signal import Signal
from bot.sandbox.wire import Json

FIRST_UPDATE = 100_001
REMEMBERED = 100
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates in the order in which they happened; one poll at a time, the newer ends the older with 409."""

    def __init__(self) -> None:
        self.changed = Signal()
        self.allowed: frozenset[str] | None = None
        self._waiting: deque[Json] = deque()
        self._delivered: deque[Json] = deque(maxlen=REMEMBERED)
        self._again: list[Json] = []
        self._next_id = FIRST_UPDATE
        self._poll = 0

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def mark(self) -> tuple[int, int]:
        """Changes whenever something was added or confirmed."""
        return self._next_id, len(self._waiting)

    def put(self, kind: str, payload: Json) -> None:
        """Add an update, unless the bot did not ask for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in UNASKED
        if not wanted:
            return
        self._waiting.append({"update_id": self._next_id, kind: payload})
        self._next_id += 1
        self.changed.ring()

    def allow(self, kinds: Iterable[str]) -> None:
        """Remember the kinds asked for; none means all but the three that must be named."""
        self.allowed = frozenset(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps only that many from the end."""
        if offset < 0:
            offset = self._next_id + offset
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._delivered.append(self._waiting.popleft())
        self.changed.ring()

    def again(self, count: int, *, backwards: bool) -> int:
        """Let the next poll get the latest updates once more, whether they were confirmed or wait; how many."""
        self._again = [*self._delivered, *self._waiting][-count:]
        if backwards:
            self._again.reverse()
        self.changed.ring()
        return len(self._again)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()
        self.changed.ring()

    async def poll(self, *, limit: int, seconds: float) -> list[Json]:
        """The oldest updates, waiting up to the seconds for a first one."""
        self._poll += 1
        mine = self._poll
        self.changed.ring()
        await self.changed.until(
            lambda: True if self._waiting or self._again or self._poll != mine else None, seconds=seconds
        )
        if self._poll != mine:
            raise ApiFault(409, CONFLICT)
        if self._again:
            again, self._again = self._again[:limit], self._again[limit:]
            return again
        return [self._waiting[place] for place in range(min(limit, len(self._waiting)))]

    def snapshot(self) -> Json:
        """What waits, and the next number."""
        allowed = None if self.allowed is None else sorted(self.allowed)
        return {"waiting": list(self._waiting), "next_id": self._next_id, "allowed": allowed}

    def restore(self, data: Json) -> None:
        """Go on from a snapshot."""
        self._waiting = deque(data["waiting"])
        self._next_id = data["next_id"]
        self.allowed = None if data["allowed"] is None else frozenset(data["allowed"])
