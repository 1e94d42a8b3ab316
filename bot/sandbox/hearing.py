"""What of people's doings reaches the bot as an update: everything in private, in groups what privacy lets through."""

from bot.sandbox.wire import Json
from bot.sandbox.world import World

SERVICE = (
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
)


def tell_bot(world: World, kind: str, message: Json) -> None:
    """Queue a message or edited message, if the bot may see it."""
    if hears(world, message):
        world.updates.put(kind, message)


def hears(world: World, message: Json) -> bool:
    """Whether this message is meant for the bot's eyes."""
    group = world.directory.groups.get(message["chat"]["id"])
    if group is None:
        return True
    if not group.has_bot:
        return False
    if group.bot == "administrator" or not world.bot.privacy or any(field in message for field in SERVICE):
        return True
    return _is_reply_to_bot(world, message) or _is_command_for_bot(world, message)


def _is_reply_to_bot(world: World, message: Json) -> bool:
    answered = message.get("reply_to_message", {})
    return bool(answered.get("from", {}).get("id") == world.bot.id)


def _is_command_for_bot(world: World, message: Json) -> bool:
    text = message.get("text") or message.get("caption") or ""
    if not text.startswith("/"):
        return False
    _, at, name = text.split()[0].partition("@")
    return not at or name.lower() == world.bot.username.lower()
