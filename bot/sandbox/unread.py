"""How many messages each person has not looked at, chat by chat."""

from collections import defaultdict

from bot.sandbox.wire import Json


class Unread:
    """Counts by viewer and chat; zero when there is nothing."""

    def __init__(self) -> None:
        self._counts: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))

    def add(self, viewer: int, chat: int) -> int:
        """One more; the new count."""
        self._counts[viewer][chat] += 1
        return self._counts[viewer][chat]

    def clear(self, viewer: int, chat: int) -> bool:
        """All read; whether there was anything."""
        return bool(self._counts[viewer].pop(chat, 0))

    def as_json(self) -> Json:
        """Counts above zero, with ids as texts as JSON wants keys."""
        return {
            str(viewer): {str(chat): count for chat, count in chats.items() if count}
            for viewer, chats in self._counts.items()
        }

    def restore(self, data: Json) -> None:
        """Counts again, from `as_json`."""
        for viewer, chats in data.items():
            for chat, count in chats.items():
                self._counts[int(viewer)][int(chat)] = count
