"""Methods that send, forward and copy messages."""

from bot.sandbox.addressee import known_chat, writable_chat
from bot.sandbox.composing import caption_content, send, text_content
from bot.sandbox.faults import bad_request
from bot.sandbox.forwarding import burst, copied_content, forwarded_content
from bot.sandbox.history import Entry
from bot.sandbox.params import Params
from bot.sandbox.wire import Json
from bot.sandbox.world import World


def send_message(world: World, params: Params) -> Json:
    """Answer sendMessage."""
    chat = writable_chat(world, params)
    return send(world, chat, params, text_content(world, params))


def forward_message(world: World, params: Params) -> Json:
    """Answer forwardMessage."""
    chat = writable_chat(world, params)
    source = _source(world, params, params.number("message_id"), "forward")
    return send(world, chat, params, forwarded_content(source.message))


def forward_messages(world: World, params: Params) -> list[Json]:
    """Answer forwardMessages: those that are found, in their order."""
    chat = writable_chat(world, params)
    contents = burst(world, _sources(world, params, "forward"), forwarded_content)
    return [_id_of(send(world, chat, params, content)) for content in contents]


def copy_message(world: World, params: Params) -> Json:
    """Answer copyMessage: the content without its origin, with another caption if one is given."""
    chat = writable_chat(world, params)
    content = copied_content(_source(world, params, params.number("message_id"), "copy").message)
    if "caption" in params.values and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= caption_content(world, params)
    return _id_of(send(world, chat, params, content))


def copy_messages(world: World, params: Params) -> list[Json]:
    """Answer copyMessages: those that are found, in their order."""
    chat = writable_chat(world, params)
    contents = burst(world, _sources(world, params, "copy"), copied_content)
    return [_id_of(send(world, chat, params, content)) for content in contents]


def _id_of(message: Json) -> Json:
    return {"message_id": message["message_id"]}


def _source(world: World, params: Params, number: int, verb: str) -> Entry:
    entry = world.history.find(known_chat(world, params, "from_chat_id"), number)
    if entry is None:
        raise bad_request(f"message to {verb} not found")
    if entry.message.get("has_protected_content"):
        raise bad_request(f"the message can't be {'forwarded' if verb == 'forward' else 'copied'}")
    return entry


def _sources(world: World, params: Params, verb: str) -> list[Entry]:
    source = known_chat(world, params, "from_chat_id")
    numbers = [int(str(number)) for number in params.values_of("message_ids")]
    found = [world.history.find(source, number) for number in numbers]
    entries = [
        entry for entry in found if entry is not None and not entry.message.get("has_protected_content")
    ]
    if not entries:
        raise bad_request(f"there are no messages to {verb}")
    return entries


METHODS = {
    "sendmessage": send_message,
    "forwardmessage": forward_message,
    "forwardmessages": forward_messages,
    "copymessage": copy_message,
    "copymessages": copy_messages,
}
