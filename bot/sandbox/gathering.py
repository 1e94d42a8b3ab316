"""Groups come to be, people and the bot join and leave them, groups become supergroups."""

from dataclasses import replace

from bot.sandbox.group import Group, Standing
from bot.sandbox.hearing import tell_bot
from bot.sandbox.membership import tell_standing
from bot.sandbox.person import Person
from bot.sandbox.post import post
from bot.sandbox.wire import Json
from bot.sandbox.world import World


def set_standing(world: World, group: Group, new: Standing, by: Person) -> Group:
    """Make the bot member, administrator, or neither; the bot gets my_chat_member and, on joining, a service message."""
    had_bot = group.has_bot
    changed = replace(group, bot=new)
    world.directory.keep(changed)
    tell_standing(world, chat=group.id, by=by, old=group.bot, new=new)
    if changed.has_bot and not had_bot:
        _serve(world, group.id, by, {"new_chat_members": [world.bot.as_user()]})
    if had_bot and not changed.has_bot:
        _serve(world, group.id, by, {"left_chat_member": world.bot.as_user()})
    world.events.emit("people")
    return changed


def set_present(world: World, group: Group, person: Person, *, present: bool) -> Group:
    """Let a person join or leave, with the service message."""
    others = tuple(member for member in group.members if member != person.id)
    changed = replace(group, members=(*others, person.id) if present else others)
    world.directory.keep(changed)
    if (person.id in group.members) != present:
        content = (
            {"new_chat_members": [person.as_user()]} if present else {"left_chat_member": person.as_user()}
        )
        _serve(world, group.id, person, content)
    world.events.emit("people")
    return changed


def migrate(world: World, group: Group, by: Person) -> Group:
    """Turn a group into a supergroup with a new id; both chats get their service message."""
    number = world.directory.free_group_id(is_super=True)
    grown = replace(group, id=number, type="supergroup")
    world.directory.keep(grown)
    _serve(world, group.id, by, {"migrate_to_chat_id": number})
    world.directory.keep(replace(group, migrated_to=number))
    _serve(world, number, by, {"migrate_from_chat_id": group.id})
    world.events.emit("people")
    return grown


def _serve(world: World, chat: int, by: Person, content: Json) -> None:
    tell_bot(world, "message", post(world, chat=chat, sender=by.as_user(), content=content))
