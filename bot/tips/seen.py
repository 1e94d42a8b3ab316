"""What a raw update says that matters for tips, read without trusting its shape."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from handlers.cleaning import cleaned

# typed by somebody in a hurry, by hand, with the marks of a Chinese keyboard, whose slash is often 、
BEGINNING: Final = re.compile(r"[/、\\]\s*(?:tips?|举报|舉報)(?:@\w+)?", re.IGNORECASE)
# what begins with a slash alone is no command: /李强 is a name, /3月 a day
COMMAND: Final = re.compile(r"/[a-z]", re.IGNORECASE)
FILES: Final = ("document", "video", "video_note", "voice", "audio", "animation")
CONTENTS: Final = ("message", "edited_message", "callback_query")
DEEPEST: Final = 12

Message = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeen:
    """A file that a message brings: by which Telegram knows it, and how many bytes it says it has."""

    id: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One update: who did it where; `content` is all of it, as it came."""

    chat: int
    person: int
    message: int
    words: str
    album: str
    callback: str = ""
    pressed: str = ""
    is_edit: bool = False
    has_more: bool = False
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> FileSeen | None:
        """The file that it brings; None if it brings none."""
        return _file(self.content)

    @property
    def messages(self) -> Iterator[Message]:
        """All messages that it is, or carries inside, as chat and number."""
        return _messages(self.content)

    @property
    def begins(self) -> bool:
        """Whether it begins a tip."""
        return BEGINNING.match(self._typed) is not None

    @property
    def is_command(self) -> bool:
        """Whether it is a command, which has its own meaning even while a tip is written."""
        return COMMAND.match(self.words) is not None and not self.has_more

    @property
    def is_private(self) -> bool:
        """Whether it was said to the bot alone."""
        return self.chat == self.person

    @property
    def is_part(self) -> bool:
        """Whether it is a part of an album, as it was sent."""
        return bool(self.album) and not self.callback and not self.is_edit

    @property
    def has_content(self) -> bool:
        """Whether it says more than that a tip begins."""
        return self.has_more or bool(BEGINNING.sub("", self._typed, count=1).strip())

    @property
    def _typed(self) -> str:
        """The words in plain letters, without marks that nobody sees."""
        return unicodedata.normalize("NFKC", cleaned(self.words))


def seen_in(update: Mapping[str, Any]) -> Seen | None:
    """What matters of that update; None for kinds that can be no part of a tip."""
    kind = next((name for name in CONTENTS if isinstance(update.get(name), dict)), None)
    if kind is None:
        return None
    content = update[kind]
    message = content if kind != "callback_query" else _table(content.get("message"))
    person = _number(_table(content.get("from")).get("id"))
    return Seen(
        chat=_number(_table(message.get("chat")).get("id")) or person,
        person=person,
        message=_number(message.get("message_id")),
        words=(_text(message.get("text")) or _text(message.get("caption"))).strip(),
        album=_name(message.get("media_group_id")),
        callback=_name(content.get("id")),
        pressed=_text(content.get("data")),
        is_edit=kind == "edited_message",
        has_more=not _text(message.get("text")),
        content=content,
    )


def _messages(thing: object, depth: int = 0) -> Iterator[Message]:
    """A reply or a pinned message carries the whole message it is about."""
    if isinstance(thing, list) and depth < DEEPEST:
        for item in thing:
            yield from _messages(item, depth + 1)
    if not isinstance(thing, dict) or depth >= DEEPEST:
        return
    if number := _number(thing.get("message_id")):
        yield _number(_table(thing.get("chat")).get("id")), number
    for value in thing.values():
        yield from _messages(value, depth + 1)


def _file(message: Mapping[str, Any]) -> FileSeen | None:
    photos = message.get("photo")
    found = photos[-1] if isinstance(photos, list) and photos else None
    found = found or next((message[name] for name in FILES if message.get(name)), None)
    reference = _name(_table(found).get("file_id"))
    return FileSeen(id=reference, size=_number(_table(found).get("file_size"))) if reference else None


def _table(thing: object) -> Mapping[str, Any]:
    return thing if isinstance(thing, dict) else {}


def _number(thing: object) -> int:
    return thing if isinstance(thing, int) else 0


def _name(thing: object) -> str:
    """By which Telegram knows something: never other than plain letters and signs."""
    return thing if isinstance(thing, str) and thing.isascii() else ""


def _text(thing: object) -> str:
    return thing if isinstance(thing, str) else ""
