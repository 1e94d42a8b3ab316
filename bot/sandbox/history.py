"""All messages that are shown, chat by chat, each with what the Bot API does not carry."""

from dataclasses import dataclass, field

from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message as the Bot API writes it; `changed` is the number of the event that last touched it.

    `keyboard` is a reply keyboard, its removal or a forced reply, which a Message does not carry.
    """

    message: Json
    changed: int = 0
    keyboard: Json | None = None
    reactions: list[Json] = field(default_factory=list)

    def on_page(self) -> Json:
        """The message as the page shows it: a reply keyboard stands where a bot never sees one."""
        return self.message if self.keyboard is None else {**self.message, "reply_markup": self.keyboard}


class History:
    """Messages by chat and id; one counter for all chats, as one bot sees it."""

    def __init__(self) -> None:
        self._chats: dict[int, dict[int, Entry]] = {}
        self._last_id = 0
        self._last_group = 0

    def next_id(self) -> int:
        """The number of the next message."""
        self._last_id += 1
        return self._last_id

    def next_media_group(self) -> str:
        """A name for the next album."""
        self._last_group += 1
        return str(13_000_000_000_000_000 + self._last_group)

    def keep(self, entry: Entry) -> None:
        """Add an entry, or put it in the place of the one with the same id."""
        chat = self._chats.setdefault(entry.message["chat"]["id"], {})
        chat[entry.message["message_id"]] = entry

    def find(self, chat: int, message_id: int) -> Entry | None:
        """The entry, unless it never was or is deleted."""
        return self._chats.get(chat, {}).get(message_id)

    def remove(self, chat: int, message_id: int) -> None:
        """Delete a message."""
        del self._chats[chat][message_id]

    def entries(self, chat: int) -> list[Entry]:
        """All entries of a chat, oldest first."""
        return list(self._chats.get(chat, {}).values())

    def page(self, chat: int, *, before: int | None, limit: int) -> list[Entry]:
        """The newest entries before a message id, oldest first."""
        older = [e for e in self.entries(chat) if before is None or e.message["message_id"] < before]
        return older[-limit:]

    def snapshot(self) -> Json:
        """All chats as plain values."""
        return {
            "last_id": self._last_id,
            "last_group": self._last_group,
            "entries": [
                {"message": e.message, "changed": e.changed, "keyboard": e.keyboard, "reactions": e.reactions}
                for chat in self._chats.values()
                for e in chat.values()
            ],
        }

    def restore(self, data: Json) -> None:
        """All chats again, from a snapshot."""
        self._last_id = data["last_id"]
        self._last_group = data["last_group"]
        for entry in data["entries"]:
            self.keep(Entry(**entry))
