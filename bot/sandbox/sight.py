"""What a person sees in a chat: finding the bot's message, as it stands now, by its words."""

from dataclasses import dataclass

from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.wire import Json
from bot.sandbox.world import World

LATEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: all of the words, a button, a change after `after` that is not among `skip`."""

    chat: int
    after: int = 0
    words: tuple[str, ...] = ()
    button: str = ""
    skip: frozenset[int] = frozenset()

    def is_in(self, message: Json) -> bool:
        """Whether this message has the words and the button."""
        words = words_of(message)
        has_button = not self.button or any(self.button in button["text"] for button in buttons_of(message))
        return has_button and all(word in words for word in self.words)


def words_of(message: Json) -> str:
    """Text, caption and file name of a message."""
    name = message.get("document", {}).get("file_name", "")
    return "\n".join(part for part in (message.get("text"), message.get("caption"), name) if part)


def shown(world: World, wanted: Wanted, viewer: int) -> Json | None:
    """The earliest changed message of the bot that fits, as it is shown now, with the number of its last change."""
    del viewer
    fitting = [
        entry
        for entry in world.history.entries(wanted.chat)
        if entry.changed > wanted.after
        and entry.changed not in wanted.skip
        and entry.message["from"]["id"] == world.bot.id
        and wanted.is_in(entry.message)
    ]
    if not fitting:
        return None
    first = min(fitting, key=lambda entry: entry.changed)
    return {"seq": first.changed, "message": first.message, "keyboard": first.keyboard}


def toasted(world: World, wanted: Wanted, viewer: int) -> Json | None:
    """The first toast that this viewer got with these words."""
    for event in world.events.since(wanted.after):
        is_theirs = event["type"] == "toast" and event["viewer"] == viewer and event["seq"] not in wanted.skip
        if is_theirs and all(word in event["text"] for word in wanted.words):
            return event
    return None


def latest_words(world: World, chat: int) -> list[str]:
    """The words of the newest messages in a chat, for telling what was there instead."""
    return [words_of(entry.message) for entry in world.history.page(chat, before=None, limit=LATEST)]
