"""Who is in a chat and as what: the Bot API's ChatMember, and the update when the bot's own standing changes."""

from bot.sandbox.group import Standing
from bot.sandbox.person import BotAccount, Person
from bot.sandbox.post import chat_json
from bot.sandbox.wire import Json
from bot.sandbox.world import World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


def bot_member(bot: BotAccount, standing: Standing) -> Json:
    """The bot as ChatMember; an administrator has all rights but promoting others."""
    member: Json = {"status": standing, "user": bot.as_user()}
    if standing == "kicked":
        member["until_date"] = 0
    if standing == "administrator":
        member |= dict.fromkeys(RIGHTS, True)
        member |= {"can_be_edited": False, "is_anonymous": False, "can_promote_members": False}
    return member


def person_member(person: Person, *, is_in: bool) -> Json:
    """A person as ChatMember: member or left."""
    return {"status": "member" if is_in else "left", "user": person.as_user()}


def tell_standing(world: World, *, chat: int, by: Person, old: Standing, new: Standing) -> None:
    """Queue the my_chat_member update: somebody changed what the bot is in this chat."""
    if old == new:
        return
    change = {
        "chat": chat_json(world, chat),
        "from": by.as_user(),
        "date": world.clock.timestamp(),
        "old_chat_member": bot_member(world.bot, old),
        "new_chat_member": bot_member(world.bot, new),
    }
    world.updates.put("my_chat_member", change)
