"""What people do in chats: write, send files, forward, change what they wrote."""

from collections.abc import Sequence

from bot.sandbox.faults import ControlFault
from bot.sandbox.hearing import tell_bot
from bot.sandbox.history import Entry
from bot.sandbox.markup.entity_finding import found_entities
from bot.sandbox.person import Person
from bot.sandbox.post import post, quoted, rewrite
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_TEXT = 4096


def written(text: str) -> list[Json]:
    """The contents of a typed text: several when it is longer than one message, as Telegram's apps cut it."""
    stripped = text.strip()
    if not stripped:
        raise ControlFault("the text is empty; write something or add files")
    parts = [stripped[start : start + MAX_TEXT] for start in range(0, len(stripped), MAX_TEXT)]
    return [_with_entities("text", "entities", part) for part in parts]


def captioned(caption: str) -> Json:
    """The caption of a file, with its entities; empty for none."""
    return _with_entities("caption", "caption_entities", caption.strip()) if caption.strip() else {}


def check_present(world: World, person: Person, chat: int) -> None:
    """Raise ControlFault unless this person can write in this chat."""
    if chat == person.id:
        if person.blocked:
            raise ControlFault(
                f"{person.first_name} has blocked the bot; POST /sandbox/block with blocked=false first"
            )
    elif person.id not in world.directory.group(chat).members:
        raise ControlFault(f"{person.first_name} is not a member of the group {chat}")


def say(
    world: World,
    person: Person,
    chat: int,
    contents: Sequence[Json],
    *,
    reply_to: int | None = None,
    order: Sequence[int] | None = None,
) -> list[Json]:
    """Post the contents as messages of the person; `order` is the order of places in which they reach the bot.

    Whoever writes in private has thereby pressed start.
    """
    check_present(world, person, chat)
    if chat == person.id and not person.started:
        person = world.directory.change_person(person.id, started=True)
        world.events.emit("people")
    reply = {} if reply_to is None else {"reply_to_message": quoted(entry_at(world, chat, reply_to).message)}
    sender = person.as_user()
    messages = [post(world, chat=chat, sender=sender, content=reply | content) for content in contents]
    for place in _places(order, len(messages)):
        tell_bot(world, "message", messages[place])
    return messages


def change_own(world: World, person: Person, chat: int, message_id: int, text: str) -> Json:
    """Edit the text or caption of the person's own message, and tell the bot."""
    entry = entry_at(world, chat, message_id)
    if entry.message["from"]["id"] != person.id:
        raise ControlFault(f"{person.first_name} can change own messages only")
    names = ("text", "entities") if "text" in entry.message else ("caption", "caption_entities")
    kept = {key: value for key, value in entry.message.items() if key not in names}
    changed = kept | _with_entities(*names, text.strip()) | {"edit_date": world.clock.timestamp()}
    rewrite(world, entry, changed)
    tell_bot(world, "edited_message", changed)
    return changed


def entry_at(world: World, chat: int, message_id: int) -> Entry:
    """The message shown in a chat under this id; ControlFault when there is none."""
    entry = world.history.find(chat, message_id)
    if entry is None:
        raise ControlFault(
            f"there is no message {message_id} in chat {chat}; it was deleted or never sent", status=404
        )
    return entry


def _places(order: Sequence[int] | None, count: int) -> Sequence[int]:
    if order is None:
        return range(count)
    if sorted(order) != list(range(count)):
        raise ControlFault(f"order must name each place from 0 to {count - 1} once")
    return order


def _with_entities(text_name: str, entities_name: str, text: str) -> Json:
    entities = found_entities(text)
    return {text_name: text, entities_name: entities} if entities else {text_name: text}
