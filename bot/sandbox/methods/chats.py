"""Methods about chats and who is in them."""

from dataclasses import replace

from bot.sandbox.addressee import check_group, known_chat, writable_chat
from bot.sandbox.faults import bad_request
from bot.sandbox.group import Group
from bot.sandbox.membership import bot_member, person_member
from bot.sandbox.params import Params
from bot.sandbox.post import chat_json
from bot.sandbox.reactions import react
from bot.sandbox.wire import Json
from bot.sandbox.world import World

NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def get_chat(world: World, params: Params) -> Json:
    """Answer getChat: the ChatFullInfo of a person or a group the bot is in."""
    chat = _seen_chat(world, params)
    return chat_json(world, chat) | {
        "accent_color_id": abs(chat) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }


def get_member(world: World, params: Params) -> Json:
    """Answer getChatMember."""
    chat = _seen_chat(world, params)
    number = params.number("user_id")
    group = world.directory.groups.get(chat)
    if number == world.bot.id:
        return bot_member(world.bot, "member" if group is None else group.bot)
    if number not in world.directory.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    is_in = number == chat if group is None else number in group.members
    return person_member(world.directory.people[number], is_in=is_in)


def get_administrators(world: World, params: Params) -> list[Json]:
    """Answer getChatAdministrators: the bot if it is one; people have no ranks here."""
    group = _group(world, params)
    return [bot_member(world.bot, group.bot)] if group.bot == "administrator" else []


def get_member_count(world: World, params: Params) -> int:
    """Answer getChatMemberCount: people and the bot."""
    chat = _seen_chat(world, params)
    group = world.directory.groups.get(chat)
    return 2 if group is None else len(group.members) + 1


def leave_chat(world: World, params: Params) -> bool:
    """Answer leaveChat."""
    world.directory.keep(replace(_group(world, params), bot="left"))
    world.events.emit("people")
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """Answer sendChatAction."""
    chat = writable_chat(world, params)
    action = params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.emit("typing", chat=chat, action=action)
    return True


def set_reaction(world: World, params: Params) -> bool:
    """Answer setMessageReaction: replaces what the bot's reaction was."""
    chat = writable_chat(world, params)
    entry = world.history.find(chat, params.number("message_id"))
    if entry is None:
        raise bad_request("message to react not found")
    react(world, entry, params.items("reaction"))
    return True


def pin_message(world: World, params: Params) -> bool:
    """Answer pinChatMessage: noted for the page."""
    chat = _pinning_chat(world, params)
    if world.history.find(chat, params.number("message_id")) is None:
        raise bad_request("message to pin not found")
    world.events.emit("pin", chat=chat, message_id=params.number("message_id"))
    return True


def unpin_message(world: World, params: Params) -> bool:
    """Answer unpinChatMessage and unpinAllChatMessages: noted for the page."""
    world.events.emit("pin", chat=_pinning_chat(world, params), message_id=None)
    return True


def _pinning_chat(world: World, params: Params) -> int:
    chat = writable_chat(world, params)
    group = world.directory.groups.get(chat)
    if group is not None and group.bot != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _seen_chat(world: World, params: Params) -> int:
    chat = known_chat(world, params)
    if chat in world.directory.groups:
        check_group(world.directory.groups[chat])
    elif not world.directory.people[chat].started:
        raise bad_request("chat not found")
    return chat


def _group(world: World, params: Params) -> Group:
    chat = _seen_chat(world, params)
    if chat not in world.directory.groups:
        raise bad_request("there are no administrators in the private chat")
    return world.directory.groups[chat]


METHODS = {
    "getchat": get_chat,
    "getchatmember": get_member,
    "getchatadministrators": get_administrators,
    "getchatmembercount": get_member_count,
    "leavechat": leave_chat,
    "sendchataction": send_chat_action,
    "setmessagereaction": set_reaction,
    "pinchatmessage": pin_message,
    "unpinchatmessage": unpin_message,
    "unpinallchatmessages": unpin_message,
}
