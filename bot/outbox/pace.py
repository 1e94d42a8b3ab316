"""Keeps the outbox within Telegram's limits; times are seconds of one clock, given by the caller.

A limit counts what arrives there, and we know only when a call left and when its answer came. A message is taken to
have arrived when it is answered, or `latest` after it left if that is sooner: so nothing is early by more than the way
there varies, and a slow line hardly slows down what leaves.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from bot.outbox.limits import Allowance, Limits
from bot.outbox.outgoing import Outgoing
from core.model.message import Urgency

# so many may leave together; then what nobody waits for is spread evenly, and leaves room between for what is urgent
TOGETHER = 10
# so many are made up for when the machine was late
MADE_UP = 3
EVER = float("-inf")
REMEMBERED = 5_000


@dataclass(slots=True)
class Slot:
    """One message's place in the windows it counts in: when it arrived, as far as we know."""

    at: float

    def arrived(self, now: float) -> None:
        """The answer has come."""
        self.at = min(self.at, now)


class Window:
    """One allowance and the messages that use it up."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self._slots: deque[Slot] = deque(maxlen=allowance.most)

    def free_at(self, messages: int = 1) -> float:
        """When so many more fit in; a time gone by if they do already."""
        too_many = len(self._slots) + min(messages, self.allowance.most) - self.allowance.most
        return self._slots[too_many - 1].at + self.allowance.within if too_many > 0 else EVER

    def enter(self, slot: Slot, messages: int = 1) -> None:
        """Count a message, or an album as so many."""
        self._slots.extend([slot] * min(messages, self.allowance.most))

    def is_past(self, now: float) -> bool:
        """Whether nothing in it counts any longer."""
        return not self._slots or self._slots[-1].at + self.allowance.within <= now


class Pace:
    """All windows: one overall, and those of each chat that was written to lately."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Window(limits.overall)
        self._spread = Window(Allowance(TOGETHER, limits.overall.within))
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._gap = limits.overall.within / limits.overall.most
        # when the last one left, or should have: a machine that is always a little late must not fall behind
        self._last = EVER

    def chat_free_at(self, row: Outgoing) -> float:
        """When the row's chat takes it."""
        windows = self._chats.get(row.chat_id, ())
        in_a_row = 1 if row.urgency <= Urgency.ANSWER else 0
        return max((window.free_at(row.messages) for window in windows[in_a_row:]), default=EVER)

    def free_at(self, row: Outgoing) -> float:
        """When Telegram takes it, as far as all chats together go."""
        return max(self._overall.free_at(row.messages), self._spread_at(row))

    def recall(self, row: Outgoing, arrived: float) -> None:
        """The row arrived before the bot was started; rows come in the order in which they arrived."""
        self._count(row, Slot(arrived))

    def enter(self, row: Outgoing, now: float) -> Slot:
        """The row leaves now."""
        slot = Slot(now + self._limits.latest)
        if len(self._chats) > REMEMBERED:
            self._forget(now)
        self._count(row, slot)
        self._last = min(now, max(self._last + self._gap, now - MADE_UP * self._gap))
        return slot

    def _count(self, row: Outgoing, slot: Slot) -> None:
        windows = self._chats.setdefault(row.chat_id, tuple(self._windows(row.chat_id)))
        for window in (self._overall, self._spread, *windows):
            window.enter(slot, row.messages)

    def _spread_at(self, row: Outgoing) -> float:
        if row.urgency <= Urgency.ANSWER:
            return EVER
        return min(self._spread.free_at(), self._last + self._gap)

    def _windows(self, chat_id: int) -> Iterator[Window]:
        yield Window(self._limits.chat)
        yield Window(self._limits.in_a_row)
        if chat_id < 0:
            yield Window(self._limits.group)

    def _forget(self, now: float) -> None:
        self._chats = {
            chat_id: windows
            for chat_id, windows in self._chats.items()
            if not all(window.is_past(now) for window in windows)
        }
