"""What waits to be sent, in memory: urgent first, in order within a chat, one at a time for each, at Telegram's pace."""

import heapq

from bot.outbox.outgoing import Lane, Outgoing
from bot.outbox.pace import EVER, Pace

Rank = tuple[int, int]
Offers = list[tuple[Rank, Lane]]


class Waiting:
    """Rows by lane. A lane that was taken from is busy until `release` or `rest`; times are seconds of one clock."""

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace
        self._here: set[int] = set()
        self._rows: dict[int, Outgoing] = {}
        self._queues: dict[Lane, list[Rank]] = {}
        self._sends: Offers = []
        self._repeatables: Offers = []
        self._busy: set[Lane] = set()
        self._resting: list[tuple[float, Lane]] = []
        self._paced: list[tuple[float, Lane]] = []
        self._closed_until = EVER
        self._held_until = EVER
        self._newest: dict[tuple[int, str], int] = {}

    def add(self, row: Outgoing) -> None:
        """One more row; one that is here already is left alone."""
        if row.id in self._here:
            return
        self._here.add(row.id)
        self._put(row)
        if row.card:
            self._newest[row.chat_id, row.card] = row.id
        self._offer(row.lane)

    def take(self, now: float, *, may_send: bool = True) -> Outgoing | None:
        """The row to leave now; its lane is busy from here on. None if all are busy, resting, paced or empty.

        Unless we `may_send`, only what can be repeated without harm.
        """
        self._closed_until = EVER
        while now >= self._held_until and (offers := self._first(may_send=may_send)):
            rank, lane = offers[0]
            queue = self._queues.get(lane)
            if lane in self._busy or not queue or queue[0] != rank:
                heapq.heappop(offers)
            elif (at := self._chat_free_at(rank)) > now:
                heapq.heappush(self._paced, (at, heapq.heappop(offers)[1]))
            elif (at := self._free_at(rank)) > now:
                self._closed_until = at
                return None
            else:
                heapq.heappop(offers)
                heapq.heappop(queue)
                self._busy.add(lane)
                return self._rows.pop(rank[1])
        return None

    def is_replaced(self, row: Outgoing) -> bool:
        """Whether a newer state of the same living message waits behind this row."""
        return bool(row.card) and self._newest.get((row.chat_id, row.card), row.id) > row.id

    def release(self, row: Outgoing) -> None:
        """The row is done; its lane may go on."""
        self._here.discard(row.id)
        if self._newest.get((row.chat_id, row.card)) == row.id:
            del self._newest[row.chat_id, row.card]
        self._busy.discard(row.lane)
        if not self._queues.get(row.lane):
            self._queues.pop(row.lane, None)
        self._offer(row.lane)

    def rest(self, row: Outgoing, until: float) -> None:
        """The row must be tried again, not before that time; its lane waits with it, others go on."""
        self._put(row)
        heapq.heappush(self._resting, (until, row.lane))

    def hold(self, until: float) -> None:
        """Nothing at all leaves before that time."""
        self._held_until = max(self._held_until, until)

    def wake(self, now: float) -> None:
        """Let lanes go on whose time has come."""
        while self._resting and self._resting[0][0] <= now:
            lane = heapq.heappop(self._resting)[1]
            self._busy.discard(lane)
            self._offer(lane)
        while self._paced and self._paced[0][0] <= now:
            self._offer(heapq.heappop(self._paced)[1])

    def next_at(self, now: float) -> float | None:
        """When something that waits now may go on by the mere passing of time; None if nothing will."""
        times = [heap[0][0] for heap in (self._resting, self._paced) if heap]
        times += [at for at in (self._closed_until, self._held_until) if at > now]
        return min(times, default=None)

    def move(self, row: Outgoing) -> None:
        """Forget that row and all others of its lane, whose chat's id has changed; they are read again under the new."""
        self._here.discard(row.id)
        for _, row_id in self._queues.pop(row.lane, []):
            del self._rows[row_id]
            self._here.discard(row_id)
        self._busy.discard(row.lane)

    def _put(self, row: Outgoing) -> None:
        self._rows[row.id] = row
        heapq.heappush(self._queues.setdefault(row.lane, []), (row.urgency, row.id))

    def _offer(self, lane: Lane) -> None:
        queue = self._queues.get(lane)
        if queue and lane not in self._busy:
            is_repeatable = self._rows[queue[0][1]].is_repeatable
            heapq.heappush(self._repeatables if is_repeatable else self._sends, (queue[0], lane))

    def _first(self, *, may_send: bool) -> Offers:
        if not may_send or not self._sends:
            return self._repeatables
        if not self._repeatables:
            return self._sends
        return min(self._sends, self._repeatables, key=lambda offers: offers[0])

    def _chat_free_at(self, rank: Rank) -> float:
        row = self._rows[rank[1]]
        return self._pace.chat_free_at(row) if self._pace and row.is_message else EVER

    def _free_at(self, rank: Rank) -> float:
        row = self._rows[rank[1]]
        return self._pace.free_at(row) if self._pace and row.is_message else EVER
