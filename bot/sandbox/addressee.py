"""Whom the bot writes to, and whether it may."""

from bot.sandbox.faults import bad_request, forbidden
from bot.sandbox.group import Group
from bot.sandbox.params import Params
from bot.sandbox.world import World

UPGRADED = "group chat was upgraded to a supergroup chat"


def known_chat(world: World, params: Params, name: str = "chat_id") -> int:
    """The id of an existing chat named in a parameter."""
    given = params.text(name)
    if not given:
        raise bad_request(f"{name} is empty")
    chat = params.number(name)
    if chat not in world.directory.people and chat not in world.directory.groups:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, params: Params) -> int:
    """The id of a chat where the bot may write now."""
    chat = known_chat(world, params)
    if chat in world.directory.groups:
        check_group(world.directory.groups[chat])
        return chat
    person = world.directory.people[chat]
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def check_group(group: Group) -> None:
    """Raise ApiFault unless the bot is in the group and the group still has this id."""
    if group.migrated_to is not None:
        raise bad_request(UPGRADED, {"migrate_to_chat_id": group.migrated_to})
    if group.bot == "kicked":
        raise forbidden(f"bot was kicked from the {group.type} chat")
    if not group.has_bot:
        raise forbidden(f"bot is not a member of the {group.type} chat")
