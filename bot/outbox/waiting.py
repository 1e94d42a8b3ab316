"""What waits to be sent, in memory: urgent first, in order within a chat, one at a time for each chat."""

import heapq

from bot.outbox.outgoing import Outgoing

Rank = tuple[int, int]


class Waiting:
    """Rows by chat. A chat that was taken from is busy until `release` or `rest`; times are seconds of one clock."""

    def __init__(self) -> None:
        self._here: set[int] = set()
        self._rows: dict[int, Outgoing] = {}
        self._queues: dict[int, list[Rank]] = {}
        self._ready: list[tuple[Rank, int]] = []
        self._busy: set[int] = set()
        self._resting: list[tuple[float, int]] = []
        self._newest: dict[tuple[int, str], int] = {}

    def add(self, row: Outgoing) -> None:
        """One more row; one that is here already is left alone."""
        if row.id in self._here:
            return
        self._here.add(row.id)
        self._rows[row.id] = row
        heapq.heappush(self._queues.setdefault(row.chat_id, []), (row.urgency, row.id))
        if row.card:
            self._newest[row.chat_id, row.card] = row.id
        self._offer(row.chat_id)

    def take(self) -> Outgoing | None:
        """The row to send now; its chat is busy from here on. None if every chat is busy, resting or empty."""
        while self._ready:
            rank, chat_id = heapq.heappop(self._ready)
            queue = self._queues.get(chat_id)
            if chat_id not in self._busy and queue and queue[0] == rank:
                heapq.heappop(queue)
                self._busy.add(chat_id)
                return self._rows.pop(rank[1])
        return None

    def is_replaced(self, row: Outgoing) -> bool:
        """Whether a newer state of the same living message waits behind this row."""
        return bool(row.card) and self._newest.get((row.chat_id, row.card), row.id) > row.id

    def release(self, row: Outgoing) -> None:
        """The row is done; its chat may go on."""
        self._here.discard(row.id)
        if self._newest.get((row.chat_id, row.card)) == row.id:
            del self._newest[row.chat_id, row.card]
        self._busy.discard(row.chat_id)
        if not self._queues.get(row.chat_id):
            self._queues.pop(row.chat_id, None)
        self._offer(row.chat_id)

    def rest(self, row: Outgoing, until: float) -> None:
        """The row must be tried again, not before that time; its chat waits with it, others go on."""
        self._rows[row.id] = row
        heapq.heappush(self._queues.setdefault(row.chat_id, []), (row.urgency, row.id))
        heapq.heappush(self._resting, (until, row.chat_id))

    def wake(self, now: float) -> float | None:
        """Let chats go on whose rest is over; seconds until the next one's, None if none rests."""
        while self._resting and self._resting[0][0] <= now:
            chat_id = heapq.heappop(self._resting)[1]
            self._busy.discard(chat_id)
            self._offer(chat_id)
        return self._resting[0][0] - now if self._resting else None

    def move(self, row: Outgoing) -> None:
        """Forget that row and all others of its chat, whose id has changed; they are read again under the new one."""
        self._here.discard(row.id)
        for _, row_id in self._queues.pop(row.chat_id, []):
            del self._rows[row_id]
            self._here.discard(row_id)
        self._busy.discard(row.chat_id)

    def _offer(self, chat_id: int) -> None:
        queue = self._queues.get(chat_id)
        if queue and chat_id not in self._busy:
            heapq.heappush(self._ready, (queue[0], chat_id))
