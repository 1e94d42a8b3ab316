"""The one place where messages come to be, change and go, and where everybody concerned is told."""

from dataclasses import replace

from bot.sandbox.history import Entry
from bot.sandbox.wire import Json
from bot.sandbox.world import World


def chat_json(world: World, chat: int) -> Json:
    """The Bot API's Chat for a private chat or a group that exists."""
    people, groups = world.directory.people, world.directory.groups
    return people[chat].as_chat() if chat in people else groups[chat].as_chat()


def post(world: World, *, chat: int, sender: Json, content: Json, keyboard: Json | None = None) -> Json:
    """Put a new message into a chat; `content` is what stands in it besides id, sender, chat and date."""
    message = {
        "message_id": world.history.next_id(),
        "from": sender,
        "chat": chat_json(world, chat),
        "date": world.clock.timestamp(),
        **content,
    }
    _keep(world, "message", Entry(message=message, keyboard=keyboard))
    for viewer in world.directory.viewers_of(chat):
        if viewer != sender["id"]:
            world.events.emit("unread", chat=chat, viewer=viewer, count=world.unread.add(viewer, chat))
    return message


def rewrite(world: World, entry: Entry, message: Json) -> Json:
    """Put a changed message in its old place."""
    _keep(world, "edit", replace(entry, message=message))
    return message


def erase(world: World, chat: int, message_id: int) -> None:
    """Delete a message for everybody."""
    world.history.remove(chat, message_id)
    world.events.emit("delete", chat=chat, message_id=message_id)


def quoted(message: Json) -> Json:
    """A message as it stands inside a reply to it: without what it replied to itself."""
    return {key: value for key, value in message.items() if key not in {"reply_to_message", "quote"}}


def _keep(world: World, kind: str, entry: Entry) -> None:
    seq = world.events.emit(kind, chat=entry.message["chat"]["id"], message=entry.on_page())
    world.history.keep(replace(entry, changed=seq))
