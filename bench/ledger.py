"""The updates that wait for a bot, and how long each of them waited for its answer."""

import asyncio
import time
from collections import Counter, defaultdict, deque
from typing import Any

Update = dict[str, Any]
now = time.perf_counter


class Ledger:
    """One load. A message to a chat answers the oldest update of that chat which nobody has answered yet."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self._polled = asyncio.Event()
        self.last_update_id = 0
        self._queue: deque[Update] = deque()
        self._arrived = asyncio.Event()
        self.begin()

    def begin(self) -> None:
        """Forget every measurement, so that the next load starts clean."""
        self.seconds: list[float] = []
        self.extra = 0
        self.calls.clear()
        self._open: defaultdict[int, deque[float]] = defaultdict(deque)
        self._first_queued = self._last_answered = 0.0
        self._answered = asyncio.Event()

    def queue(self, chat_id: int, text: str) -> None:
        """Let somebody write `text` in the private chat `chat_id`."""
        self.last_update_id += 1
        self._queue.append(_update(self.last_update_id, chat_id, text))
        queued = now()
        self._first_queued = self._first_queued or queued
        self._open[chat_id].append(queued)
        self._arrived.set()

    async def after(self, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109 - the API's own word
        """The next updates, confirming those below `offset`; waits at most `timeout` seconds for one."""
        self._polled.set()
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()
        if not self._queue:
            self._arrived.clear()
            await _within(timeout, self._arrived)
        return [self._queue[place] for place in range(min(limit, len(self._queue)))]

    async def is_polled(self, within: float) -> bool:
        """Whether a bot has asked for updates by then, in seconds."""
        return await _within(within, self._polled)

    def answer(self, chat_id: int) -> None:
        """A message was sent to that chat."""
        waiting = self._open.get(chat_id)
        if not waiting:
            self.extra += 1
            return
        self._last_answered = now()
        self.seconds.append(self._last_answered - waiting.popleft())
        self._answered.set()

    async def progress(self, answers: int, patience: float) -> int:
        """How many are answered, once that is `answers` or nothing has moved for `patience` seconds."""
        while len(self.seconds) < answers:
            self._answered.clear()
            if not await _within(patience, self._answered):
                break
        return len(self.seconds)

    def measured(self) -> dict[str, float]:
        """The figures of this load; seconds from the first update queued to the last answer."""
        return {
            "answered": len(self.seconds),
            "extra": self.extra,
            "seconds": max(self._last_answered - self._first_queued, 0.0),
            "p50": _percentile(self.seconds, 50),
            "p95": _percentile(self.seconds, 95),
            "p99": _percentile(self.seconds, 99),
        }


def _percentile(seconds: list[float], percent: int) -> float:
    ordered = sorted(seconds)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)] if ordered else 0.0


async def _within(seconds: float, event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


def _update(update_id: int, chat_id: int, text: str) -> Update:
    person = {"id": chat_id, "first_name": f"P{chat_id}"}
    message: Update = {
        "message_id": update_id,
        "date": int(time.time()),
        "chat": {**person, "type": "private"},
        "from": {**person, "is_bot": False, "language_code": "zh-hans"},
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return {"update_id": update_id, "message": message}
