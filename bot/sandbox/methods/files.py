"""Methods that send files, alone or as albums, and getFile."""

from collections.abc import Callable

from bot.sandbox.addressee import writable_chat
from bot.sandbox.attachments import file_content, media_content
from bot.sandbox.composing import caption_content, send
from bot.sandbox.faults import bad_request
from bot.sandbox.params import Params
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_DOWNLOAD = 20 * 1024 * 1024
MIN_ALBUM = 2
MAX_ALBUM = 10
TOGETHER = {"photo": "visual", "video": "visual", "document": "document", "audio": "audio"}


def sender_of(kind: str) -> Callable[[World, Params], Json]:
    """The method that sends one file of this kind."""

    def send_file(world: World, params: Params) -> Json:
        chat = writable_chat(world, params)
        content = file_content(world, params, kind, params.text(kind))
        if kind != "sticker":
            content |= caption_content(world, params)
        return send(world, chat, params, content)

    return send_file


def send_media_group(world: World, params: Params) -> list[Json]:
    """Answer sendMediaGroup: 2 to 10 items that may stand together; no reply markup."""
    chat = writable_chat(world, params)
    items = params.items("media")
    if len(items) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    if len(items) < MIN_ALBUM:
        raise bad_request("there are too few messages to send as an album")
    if len({TOGETHER.get(str(item.get("type"))) for item in items}) != 1:
        raise bad_request("document can't be mixed with other media types")
    contents = [media_content(world, params, item) for item in items]
    album = world.history.next_media_group()
    plain = Params({key: value for key, value in params.values.items() if key != "reply_markup"})
    return [send(world, chat, plain, content | {"media_group_id": album}) for content in contents]


def get_file(world: World, params: Params) -> Json:
    """Answer getFile: up to 20 MB."""
    stored = world.files.find(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


METHODS = {
    "sendphoto": sender_of("photo"),
    "senddocument": sender_of("document"),
    "sendvideo": sender_of("video"),
    "sendvoice": sender_of("voice"),
    "sendaudio": sender_of("audio"),
    "sendsticker": sender_of("sticker"),
    "sendmediagroup": send_media_group,
    "getfile": get_file,
}
