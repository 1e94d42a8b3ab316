"""Albums of which a part that is still to come may say that they are a tip."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from bot.tips.seen import Seen

# the parts of an album are sent at once; seconds after the first in which the others come
SETTLE: Final = 1.0
# how many parts Telegram lets an album have
MOST: Final = 10


def running_time() -> float:
    """Seconds that pass while this process runs."""
    return asyncio.get_running_loop().time()


class OpenAlbums:
    """Of this process; `time` are seconds that pass whatever a sandbox's clock is set to."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._since: dict[str, float] = {}

    def look(self, parts: Iterable[Seen]) -> None:
        """These are all the parts of which nothing is decided: which of their albums stay open."""
        now = self._time()
        counts = Counter(part.album for part in parts)
        since = {album: self._since.get(album, now) for album, count in counts.items() if count < MOST}
        # a part that comes after all begins its album anew: there may be more with it
        self._since = {album: at for album, at in since.items() if now - at < SETTLE}

    def has(self, seen: Seen) -> bool:
        """Whether it is a part of one of them."""
        return seen.is_part and seen.album in self._since
