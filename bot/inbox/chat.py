"""Which chat a raw update belongs to, read without trusting its shape."""

from collections.abc import Mapping
from typing import Any

NO_CHAT = 0


def chat_of(update: Mapping[str, Any]) -> int:
    """The chat's id; for a press without a message the person's; 0 if there is none."""
    for content in update.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message")
        for place in (content, message if isinstance(message, dict) else {}):
            if chat_id := _id(place.get("chat")):
                return chat_id
        if chat_id := _id(content.get("from")):
            return chat_id
    return NO_CHAT


def _id(thing: object) -> int:
    found = thing.get("id") if isinstance(thing, dict) else None
    return found if isinstance(found, int) else NO_CHAT
