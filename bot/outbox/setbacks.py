"""What to do when Telegram does not take a message now: how long to rest, and when to give up."""

from collections.abc import Callable
from dataclasses import replace

from bot.outbox.outgoing import Outcome, State
from bot.patience import growing_rest

LONGEST_REST = 60.0
# when so many chats fail and nothing succeeds in between, it is not the chats
ALL_AFTER = 3
LONGEST_PAUSE = 30.0
GIVE_UP_AFTER = 12
ANSWERED = frozenset({State.SENT, State.DROPPED, State.UNREACHABLE, State.FAILED})


class Setbacks:
    """Counts failures of rows and of everything. `jitter` gives numbers from 0 to 1."""

    def __init__(self, jitter: Callable[[], float]) -> None:
        self._jitter = jitter
        self._taken = 0
        self._taken_before: dict[int, int] = {}
        self._failures: dict[int, int] = {}
        self._failing: set[int] = set()
        self._in_a_row = 0

    def judged(self, outcome: Outcome) -> Outcome:
        """The outcome with the row's tries counted: it has failed for good when others went through all the while."""
        if outcome.state in ANSWERED or outcome.moved_to or outcome.is_anew:
            self._went_through(outcome)
            return outcome
        self._failing.add(outcome.row.chat_id)
        self._in_a_row += 1
        if outcome.wait is not None or not self._has_others_taken_since(outcome.row.id):
            return outcome
        row = replace(outcome.row, tries=outcome.row.tries + 1)
        state = State.FAILED if row.tries >= GIVE_UP_AFTER else State.WAITING
        return replace(outcome, row=row, state=state, is_counted=True)

    def rest_after(self, outcome: Outcome) -> float:
        """Seconds until that row is tried again: as told, or longer each time."""
        if outcome.is_anew:
            return 0.0
        if outcome.wait is not None:
            return outcome.wait
        failures = self._failures[outcome.row.id] = self._failures.get(outcome.row.id, 0) + 1
        return self._growing(failures, LONGEST_REST)

    def pause_after(self, outcome: Outcome) -> float:
        """Seconds for which nothing should be sent to anybody; 0 as long as some get through."""
        if outcome.is_anew or len(self._failing) < ALL_AFTER:
            return 0.0
        if outcome.wait is not None:
            return outcome.wait
        return self._growing(self._in_a_row - ALL_AFTER + 1, LONGEST_PAUSE)

    def _went_through(self, outcome: Outcome) -> None:
        self._taken += 1
        self._failing.clear()
        self._in_a_row = 0
        self._failures.pop(outcome.row.id, None)
        self._taken_before.pop(outcome.row.id, None)

    def _has_others_taken_since(self, row_id: int) -> bool:
        before = self._taken_before.get(row_id)
        self._taken_before[row_id] = self._taken
        return before is None or self._taken > before

    def _growing(self, failures: int, longest: float) -> float:
        return growing_rest(failures, longest) * (0.5 + self._jitter())
