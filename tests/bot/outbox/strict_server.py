"""A server that holds every call against Telegram's limits, on a clock that only the test moves."""

from collections import defaultdict

from bot.outbox.limits import Allowance, Limits


class StrictServer:
    """Counts what arrives in any window; `refused` are the calls that would have been answered with 429."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall: list[float] = []
        self._chats: defaultdict[int, list[float]] = defaultdict(list)
        self.refused: list[tuple[float, int]] = []

    def takes(self, chat_id: int, at: float) -> None:
        """One message arrives."""
        mine = self._chats[chat_id]
        held = [_fits(self._overall, self._limits.overall, at), _fits(mine, self._limits.chat, at)]
        if chat_id < 0:
            held.append(_fits(mine, self._limits.group, at))
        if not all(held):
            self.refused.append((at, chat_id))
        self._overall.append(at)
        mine.append(at)


def _fits(times: list[float], allowance: Allowance, at: float) -> bool:
    # a millionth of a second is how far sums of floats may be off
    return len(times) < allowance.most or at - times[-allowance.most] >= allowance.within - 1e-6
