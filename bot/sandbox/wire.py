"""What goes over the wire: JSON objects, and the UTF-16 units in which Telegram counts."""

from typing import Any

Json = dict[str, Any]


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the unit of entity offsets."""
    return len(text.encode("utf-16-le")) // 2


def without_empty(values: Json) -> Json:
    """The same object without keys whose value is None, an empty text or an empty list."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [])}
