"""Keeps Telegram's limits as Telegram would, when asked to: what comes too fast is refused with 429."""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.manners import too_many

COUNTED = ("send", "copy", "forward")
NOT_COUNTED = frozenset({"sendchataction"})
# sums of floats may be off by so much, in seconds
HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Allowed:
    """At most `most` messages within any `within` seconds of real time."""

    most: int
    within: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """For all chats together, for one chat, and for one group besides; `faster` shortens all times alike."""

    overall: Allowed = Allowed(30, 1.0)
    chat: Allowed = Allowed(1, 1.0)
    group: Allowed = Allowed(20, 60.0)
    faster: float = 1.0

    def of(self, chat: int) -> Iterator[tuple[int, Allowed]]:
        """What counts for a chat, with the key that it is counted under; 0 is all chats together."""
        yield 0, Allowed(self.overall.most, self.overall.within / self.faster)
        yield chat, Allowed(self.chat.most, self.chat.within / self.faster)
        if chat < 0:
            yield chat, Allowed(self.group.most, self.group.within / self.faster)


class FloodGuard:
    """Lets everything through until it is told `limits`; `refused` counts what it did not."""

    def __init__(self) -> None:
        self.limits: Limits | None = None
        self.refused = 0
        self._taken: dict[int, deque[float]] = {}

    def check(self, method: str, chat: int, messages: int, now: float) -> None:
        """Count so many messages to that chat; ApiFault with the seconds to wait when they are too many."""
        if self.limits is None or method in NOT_COUNTED or not method.startswith(COUNTED):
            return
        wait = max(self._wait(key, allowed, messages, now) for key, allowed in self.limits.of(chat))
        if wait > HAIR:
            self.refused += 1
            raise too_many(math.ceil(wait))
        for key in (0, chat):
            self._taken.setdefault(key, deque(maxlen=100)).extend([now] * messages)

    def _wait(self, key: int, allowed: Allowed, messages: int, now: float) -> float:
        taken = self._taken.get(key, deque())
        before = min(allowed.most, max(1, allowed.most - messages + 1))
        return taken[-before] + allowed.within - now if len(taken) >= before else 0.0
