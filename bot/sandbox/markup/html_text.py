"""Telegram's HTML: text and entities from it, with Telegram's words for what is wrong."""

import html
import re
from dataclasses import dataclass

from bot.sandbox.faults import ApiFault, bad_request
from bot.sandbox.wire import Json, utf16_length

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
OTHERS = {"a", "span", "blockquote", "tg-emoji", "tg-time"}
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*?)?)\s*/?>")
ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
CHARACTER = re.compile(r"&(?:#x[0-9A-Fa-f]+|#\d+|lt|gt|amp|quot);")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    name: str
    attributes: dict[str, str]
    start: int


def html_entities(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities (offsets in UTF-16 units); ApiFault when the HTML is not Telegram's."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text = ""
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        place = 0
        while (less := self._source.find("<", place)) >= 0:
            self._add(self._source[place:less])
            tag = TAG.match(self._source, less)
            if tag is None:
                raise self._fault(less, 'Unsupported start tag ""')
            self._close(tag) if tag.group(1) else self._start(tag)
            place = tag.end()
        self._add(self._source[place:])
        if self._open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self._open[-1].name}\""
            )
        return self._text, self._entities

    def _add(self, raw: str) -> None:
        self._text += CHARACTER.sub(lambda match: html.unescape(match.group()), raw)

    def _start(self, tag: re.Match[str]) -> None:
        name = tag.group(2).lower()
        if name not in SIMPLE and name not in OTHERS:
            raise self._fault(tag.start(), f'Unsupported start tag "{name}"')
        attributes = {
            found.group(1).lower(): html.unescape(
                next((part for part in found.groups()[1:] if part is not None), "")
            )
            for found in ATTRIBUTE.finditer(tag.group(3))
        }
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fault(tag.start(), 'Tag "span" must have class "tg-spoiler"')
        self._open.append(_Open(name=name, attributes=attributes, start=utf16_length(self._text)))

    def _close(self, tag: re.Match[str]) -> None:
        name = tag.group(2).lower()
        if not self._open:
            raise self._fault(tag.start(), "Unexpected end tag")
        opened = self._open.pop()
        if opened.name != name:
            raise self._fault(
                tag.start(), f'Unmatched end tag, expected "</{opened.name}>", found "</{name}>"'
            )
        length = utf16_length(self._text) - opened.start
        kind = _kind_of(opened)
        if kind is not None and length:
            self._note({**kind, "offset": opened.start, "length": length}, opened)

    def _note(self, entity: Json, opened: _Open) -> None:
        last = self._entities[-1] if self._entities else {}
        same_place = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if opened.name == "pre" and same_place and last.get("type") == "code":
            self._entities.pop()
            entity |= {"language": last["language"]} if "language" in last else {}
        self._entities.append(entity)

    def _fault(self, place: int, what: str) -> ApiFault:
        at = len(self._source[:place].encode())
        what, comma, rest = what.partition(", expected")
        return bad_request(f"can't parse entities: {what} at byte offset {at}{comma}{rest}")


def _kind_of(opened: _Open) -> Json | None:
    """The entity a closed tag makes; None for a link without an address or a time without a number."""
    attributes = opened.attributes
    if opened.name == "tg-time":
        return _time(attributes)
    if opened.name == "a":
        return {"type": "text_link", "url": attributes["href"]} if attributes.get("href") else None
    if opened.name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if opened.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
    if opened.name == "code" and attributes.get("class", "").startswith("language-"):
        return {"type": "code", "language": attributes["class"].removeprefix("language-")}
    return {"type": SIMPLE.get(opened.name, "spoiler")}


def _time(attributes: dict[str, str]) -> Json | None:
    if not attributes.get("unix", "").isdecimal():
        return None
    kind: Json = {"type": "date_time", "unix_time": int(attributes["unix"])}
    return kind | {"date_time_format": attributes["format"]} if attributes.get("format") else kind
