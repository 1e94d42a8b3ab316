"""What every message of the bot may carry: text or caption, markup, a reply, protection."""

from bot.sandbox.faults import bad_request
from bot.sandbox.markup.formatted_text import formatted
from bot.sandbox.markup.keyboard import inline_keyboard, reply_keyboard
from bot.sandbox.mentions import mentioned
from bot.sandbox.params import Params
from bot.sandbox.post import post, quoted
from bot.sandbox.wire import Json, utf16_length
from bot.sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
PREVIEW_FIELDS = ("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text")


def text_content(world: World, params: Params) -> Json:
    """`text` and `entities`, 1 to 4,096 characters after parsing."""
    text, entities = formatted(params.text("text"), params.text("parse_mode"), params.items("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    content: Json = {"text": text}
    entities = mentioned(world, entities)
    if entities:
        content["entities"] = entities
    preview = params.structure("link_preview_options")
    if preview:
        content["link_preview_options"] = {name: preview[name] for name in PREVIEW_FIELDS if name in preview}
    return content


def caption_content(world: World, params: Params) -> Json:
    """`caption` and `caption_entities`, up to 1,024 characters after parsing; may be absent."""
    text, entities = formatted(
        params.text("caption"), params.text("parse_mode"), params.items("caption_entities")
    )
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    entities = mentioned(world, entities)
    if entities:
        content["caption_entities"] = entities
    return content


def send(world: World, chat: int, params: Params, content: Json) -> Json:
    """Post the bot's content with the markup, reply and protection that the parameters ask for."""
    markup = params.structure("reply_markup")
    inline = inline_keyboard(markup)
    whole = {**reply_content(world, chat, params), **content}
    if params.flag("protect_content"):
        whole["has_protected_content"] = True
    if inline is not None:
        whole["reply_markup"] = inline
    return post(world, chat=chat, sender=world.bot.as_user(), content=whole, keyboard=reply_keyboard(markup))


def reply_content(world: World, chat: int, params: Params) -> Json:
    """`reply_to_message` and `quote`; empty when the message answers none."""
    wanted = params.structure("reply_parameters")
    number = int(wanted.get("message_id") or params.number("reply_to_message_id"))
    if not number:
        return {}
    entry = world.history.find(chat, number)
    if entry is None:
        if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    content: Json = {"reply_to_message": quoted(entry.message)}
    if wanted.get("quote"):
        content["quote"] = _quote(entry.message, wanted)
    return content


def _quote(message: Json, wanted: Json) -> Json:
    whole = message.get("text") or message.get("caption") or ""
    text, _ = formatted(wanted["quote"], wanted.get("quote_parse_mode", ""))
    if text not in whole:
        raise bad_request("message quote not found")
    return {"text": text, "position": utf16_length(whole[: whole.index(text)]), "is_manual": True}
