"""How often, and after how long, something that Telegram refused is tried again."""

from typing import Final

from telegram.error import TelegramError

from bot.outbox.verdict import Fate, verdict_on

TRIES: Final = 10
LOOK_EVERY: Final = 5.0
FIRST_REST: Final = 0.5
LONGEST_REST: Final = 300.0
_MOST_DOUBLINGS: Final = 16


def growing_rest(failures: int, longest: float = LONGEST_REST) -> float:
    """Seconds to wait after so many failures in a row (1 or more), twice as long after each."""
    return min(longest, FIRST_REST * 2.0 ** min(failures - 1, _MOST_DOUBLINGS))


class Patience:
    """The tries of one process, by the id of what is tried."""

    def __init__(self) -> None:
        self._tries: dict[int, int] = {}

    def succeeded(self, thing: int) -> None:
        """Count no longer."""
        self._tries.pop(thing, None)

    def is_given_up(self, thing: int, fault: TelegramError) -> bool:
        """Count a fault; whether it is of no use to try again."""
        tries = self._tries[thing] = self._tries.get(thing, 0) + 1
        is_over = verdict_on(fault).fate is not Fate.AGAIN or tries >= TRIES
        if is_over:
            del self._tries[thing]
        return is_over

    def rest(self) -> float:
        """Seconds until the next look: soon again after a first fault, later and later after more."""
        return min((growing_rest(tries) for tries in self._tries.values()), default=LOOK_EVERY)
