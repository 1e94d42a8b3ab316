"""What the bot sent, as the sandbox has seen it arrive: what of the books never came, and what came twice.

A message that is repeated after a kill follows at once upon itself in its chat; whatever the books want once and came
more often is repeated as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.sight import words_of
from bot.sandbox.wire import Json
from bot.sandbox.world import World
from tests.soak.books import Books, Wanted

# the words of a message, and what its buttons do
Shown = tuple[str, frozenset[str]]


def missing_and_repeated(books: Books, world: World) -> tuple[int, int]:
    """How many messages of the books did not come, new or in the place of another, and how many came again."""
    sent = _by_chat(world, "message")
    once = {chat: list(_without_repeats(messages)) for chat, messages in sent.items()}
    repeated = sum(map(len, sent.values())) - sum(map(len, once.values()))
    new, edits = _shown(once), _shown(_by_chat(world, "edit"))
    missing = 0
    for wanted, count in books.messages.items():
        found = _count(wanted, new)
        missing += max(0, count - found - _count(wanted, edits))
        repeated += max(0, found - count)
    return missing, repeated


def _by_chat(world: World, kind: str) -> dict[int, list[Json]]:
    chats: dict[int, list[Json]] = {}
    for event in world.events.since(0):
        if event["type"] == kind and event["message"]["from"]["id"] == world.bot.id:
            chats.setdefault(event["chat"], []).append(event["message"])
    return chats


def _count(wanted: Wanted, shown: Mapping[int, Sequence[Shown]]) -> int:
    return sum(wanted.words in words and wanted.does in does for words, does in shown.get(wanted.chat, ()))


def _shown(chats: Mapping[int, Sequence[Json]]) -> dict[int, list[Shown]]:
    return {chat: [(words_of(message), _does(message)) for message in sent] for chat, sent in chats.items()}


def _does(message: Json) -> frozenset[str]:
    """What its buttons do, without version and argument."""
    sent = (button.get("callback_data", "") for button in buttons_of(message))
    return frozenset(["", *(":".join(data.split(":")[:2]) for data in sent)])


def _without_repeats(messages: list[Json]) -> Iterator[Json]:
    yield from messages[:1]
    yield from (second for first, second in pairwise(messages) if _content(first) != _content(second))


def _content(message: Json) -> Json:
    return {key: value for key, value in message.items() if key not in ("message_id", "date")}
