"""A text as the bot gives it (plain, HTML, MarkdownV2 or with entities) becomes text and entities."""

from bot.sandbox.faults import bad_request
from bot.sandbox.markup.entity_finding import found_entities
from bot.sandbox.markup.html_text import html_entities
from bot.sandbox.markup.markdown_text import markdown_entities
from bot.sandbox.wire import Json, utf16_length

FIELDS = ("url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format")
READERS = {"html": html_entities, "markdownv2": markdown_entities}


def formatted(text: str, parse_mode: str = "", entities: list[Json] | None = None) -> tuple[str, list[Json]]:
    """The text without space around it, and its entities, given and found; offsets in UTF-16 units."""
    if parse_mode and parse_mode.lower() not in READERS:
        raise bad_request("unsupported parse_mode")
    marked = [entity for entity in entities or [] if _is_whole(entity)]
    if parse_mode:
        text, marked = READERS[parse_mode.lower()](text)
    text, marked = _trimmed(text, marked)
    return text, found_entities(text, [_plain(entity) for entity in marked])


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    cut = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        stop = min(end, entity["offset"] - cut + entity["length"])
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return text, moved


def _is_whole(entity: Json) -> bool:
    places = entity.get("offset"), entity.get("length")
    return isinstance(entity.get("type"), str) and all(isinstance(place, int) for place in places)


def _plain(entity: Json) -> Json:
    """Only known fields, and a language only where `pre` has one."""
    fields = [name for name in FIELDS if name in entity and (name != "language" or entity["type"] == "pre")]
    return {name: entity[name] for name in ("type", "offset", "length", *fields)}
