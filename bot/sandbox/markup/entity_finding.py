"""Finds what Telegram marks by itself in a text: commands, links, mentions, phone numbers, tags."""

import re

from bot.sandbox.wire import Json, utf16_length

PATTERNS = (
    (
        "url",
        re.compile(
            r"(?:https?://|(?<![\w.@/])www\.)[^\s<>\"'，。；！？（）、]+[^\s<>\"'，。；！？（）、.,;:!?)]",
            re.ASCII,
        ),
    ),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    ("bot_command", re.compile(r"(?<![\w/<])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![/\w])", re.ASCII)),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)", re.ASCII)),
    ("phone_number", re.compile(r"(?<![\w+-])(?:\+\d[\d -]{6,16}\d|1[3-9]\d{9})(?![\w-])", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)", re.ASCII)),
)
OPAQUE = {"code", "pre", "text_link", "text_mention"}


def found_entities(text: str, given: list[Json] | None = None) -> list[Json]:
    """The given entities and those found in the text beside them, in order of place."""
    given = given or []
    kept = [entity for entity in given if entity["type"] in OPAQUE]
    found: list[Json] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            entity = {"type": kind, "offset": start, "length": utf16_length(match.group())}
            if not any(_overlap(entity, other) for other in kept):
                kept.append(entity)
                found.append(entity)
    return in_order([*given, *found])


def in_order(entities: list[Json]) -> list[Json]:
    """Entities by place, the longer one first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(one: Json, other: Json) -> bool:
    before: bool = one["offset"] + one["length"] <= other["offset"]
    after: bool = other["offset"] + other["length"] <= one["offset"]
    return not before and not after
