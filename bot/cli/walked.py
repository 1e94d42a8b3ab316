"""How far a long walk along the records is, told on standard error every few seconds."""

from collections.abc import Callable
from typing import Final

from bot.cli.shell import Shell

EVERY_SECONDS: Final = 5.0


class Walked:
    """Tells how many of how many were walked; `clock` gives seconds, and nothing is told before the first few are over."""

    def __init__(self, shell: Shell, clock: Callable[[], float]) -> None:
        self._shell = shell
        self._clock = clock
        self._told_at = clock()

    def along(self, what: str, of: int) -> Callable[[int], None]:
        """What to call with how many more were walked; `what` is the key of the words."""
        done = 0

        def passed(count: int) -> None:
            nonlocal done
            done += count
            if self._clock() - self._told_at >= EVERY_SECONDS:
                self._told_at = self._clock()
                self._shell.complain(what, done=done, of=of)

        return passed
