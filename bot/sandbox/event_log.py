"""What happened, numbered, for the page and for whoever waits: a bounded memory."""

from collections import deque
from typing import Any

from bot.sandbox.signal import Signal
from bot.sandbox.wire import Json

REMEMBERED = 2_000


class EventLog:
    """Events with increasing `seq`; the oldest fall out of memory."""

    def __init__(self, *, remembered: int = REMEMBERED) -> None:
        self.seq = 0
        self.changed = Signal()
        self._events: deque[Json] = deque(maxlen=remembered)

    def emit(self, kind: str, **payload: Any) -> int:  # noqa: ANN401  # an event's body is open JSON
        """Add an event; its number is the answer."""
        self.seq += 1
        self._events.append({"seq": self.seq, "type": kind, **payload})
        self.changed.ring()
        return self.seq

    def since(self, after: int) -> list[Json]:
        """The events after a number; one `reload` when some of them are forgotten or the number is unknown."""
        first = self._events[0]["seq"] if self._events else self.seq + 1
        if after > self.seq or after < first - 1:
            return [{"seq": self.seq, "type": "reload"}]
        return [event for event in self._events if event["seq"] > after]

    def news(self, after: int) -> list[Json] | None:
        """The same, but None when there is nothing, for waiting."""
        return self.since(after) or None
