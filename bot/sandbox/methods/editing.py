"""Methods that change or delete messages."""

from datetime import timedelta

from bot.sandbox.addressee import writable_chat
from bot.sandbox.attachments import media_content
from bot.sandbox.composing import caption_content, text_content
from bot.sandbox.faults import bad_request
from bot.sandbox.history import Entry
from bot.sandbox.markup.keyboard import inline_keyboard
from bot.sandbox.params import Params
from bot.sandbox.post import erase, rewrite
from bot.sandbox.wire import Json
from bot.sandbox.world import World

DELETABLE_FOR = timedelta(hours=48)
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document", "video", "audio", "voice")


def edit_text(world: World, params: Params) -> Json:
    """Answer editMessageText."""
    entry = _own_message(world, params)
    content = text_content(world, params)
    if "text" not in entry.message:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, entry, params, TEXT, content)


def edit_caption(world: World, params: Params) -> Json:
    """Answer editMessageCaption."""
    entry = _own_message(world, params)
    content = caption_content(world, params)
    if not any(kind in entry.message for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, entry, params, CAPTION, content)


def edit_media(world: World, params: Params) -> Json:
    """Answer editMessageMedia."""
    entry = _own_message(world, params)
    content = media_content(world, params, params.structure("media"))
    return _edit(world, entry, params, (*TEXT, *CAPTION, *MEDIA), content)


def edit_markup(world: World, params: Params) -> Json:
    """Answer editMessageReplyMarkup."""
    return _edit(world, _own_message(world, params), params, (), None)


def delete_message(world: World, params: Params) -> bool:
    """Answer deleteMessage: up to 48 hours old; in groups others' messages only as administrator."""
    chat = writable_chat(world, params)
    _delete(world, chat, params.number("message_id"))
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Answer deleteMessages: those that are not found are passed over."""
    chat = writable_chat(world, params)
    for number in params.values_of("message_ids"):
        if world.history.find(chat, int(str(number))) is not None:
            _delete(world, chat, int(str(number)))
    return True


def _own_message(world: World, params: Params) -> Entry:
    chat = writable_chat(world, params)
    entry = world.history.find(chat, params.number("message_id"))
    if entry is None:
        raise bad_request("message to edit not found")
    is_own = entry.message["from"]["id"] == world.bot.id
    if not is_own or "forward_origin" in entry.message or entry.keyboard is not None:
        raise bad_request("message can't be edited")
    return entry


def _edit(world: World, entry: Entry, params: Params, fields: tuple[str, ...], content: Json | None) -> Json:
    """Replace the fields by the content and the inline keyboard by the one given, or by none."""
    markup = inline_keyboard(params.structure("reply_markup"))
    kept = {key: value for key, value in entry.message.items() if key not in (*fields, "reply_markup")}
    changed = {**kept, **(content or {})}
    if markup is not None:
        changed["reply_markup"] = markup
    if changed == entry.message:
        raise bad_request(UNCHANGED)
    if content is not None:
        changed["edit_date"] = world.clock.timestamp()
    return rewrite(world, entry, changed)


def _delete(world: World, chat: int, number: int) -> None:
    entry = world.history.find(chat, number)
    if entry is None:
        raise bad_request("message to delete not found")
    group = world.directory.groups.get(chat)
    is_own = entry.message["from"]["id"] == world.bot.id
    is_others = group is not None and group.bot != "administrator" and not is_own
    if is_others or world.clock.timestamp() - entry.message["date"] > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    erase(world, chat, number)


METHODS = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagemedia": edit_media,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
}
