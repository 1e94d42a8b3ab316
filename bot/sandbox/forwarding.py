"""Forwards: where a message came from, and what of it travels."""

from collections.abc import Callable, Iterable

from bot.sandbox.history import Entry
from bot.sandbox.wire import Json
from bot.sandbox.world import World

CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "video",
    "voice",
    "audio",
    "sticker",
    "caption",
    "caption_entities",
    "show_caption_above_media",
)


def copied_content(message: Json) -> Json:
    """What stands in a message, without who sent it, where it came from, and its buttons."""
    return {field: message[field] for field in CONTENT if field in message}


def forwarded_content(message: Json) -> Json:
    """The content with its origin: the first one, however often it was forwarded."""
    return copied_content(message) | {"forward_origin": origin_of(message)}


def burst(world: World, entries: Iterable[Entry], take: Callable[[Json], Json]) -> list[Json]:
    """What travels of several messages; those that were one album stay one, under a new name."""
    albums: dict[str, str] = {}
    contents = []
    for message in (entry.message for entry in entries):
        content = take(message)
        if "media_group_id" in message:
            old = message["media_group_id"]
            albums[old] = albums.get(old) or world.history.next_media_group()
            content["media_group_id"] = albums[old]
        contents.append(content)
    return contents


def origin_of(message: Json) -> Json:
    """The Bot API's MessageOrigin of a message that is being forwarded."""
    if "forward_origin" in message:
        origin: Json = message["forward_origin"]
        return origin
    return {"type": "user", "date": message["date"], "sender_user": message["from"]}
