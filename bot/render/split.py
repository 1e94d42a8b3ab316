"""Cuts Telegram HTML that is too long for one message, at paragraph borders where it can."""

import re
from collections.abc import Iterator

from bot.render.plain import plain

PIECE = re.compile(r"<[^>]*>|&[#\w]+;|[^<&]{1,1000}|.")
TAG = re.compile(r"<(/?)\s*([\w-]+)")


def parts_of(markup: str, limit: int) -> list[str]:
    """Parts of at most `limit` characters as Telegram counts them (UTF-16), each with its tags closed.

    `limit` is more than 1,000, since a single line is cut every so many characters.
    """
    # no mark takes more than two units, so most messages need not be read to know that they fit
    if 2 * len(markup) <= limit or length(markup) <= limit:
        return [markup]
    parts, current = [], ""
    for chunk in _chunks(markup, limit):
        if current and length(current + chunk) > limit:
            parts.append(_closed(current))
            current = "".join(_open_tags(current)) + chunk.lstrip("\n")
        else:
            current += chunk
    return [part for part in [*parts, _closed(current)] if plain(part).strip()]


def length(markup: str) -> int:
    """How long Telegram says the text is: UTF-16 units, marks not counted."""
    return len(plain(markup).encode("utf-16-le")) // len(b"\0\0")


def _chunks(markup: str, limit: int) -> Iterator[str]:
    for number, line in enumerate(markup.split("\n")):
        start = "\n" if number else ""
        if length(line) <= limit:
            yield start + line
            continue
        yield start
        yield from (match.group() for match in PIECE.finditer(line))


def _open_tags(markup: str) -> list[str]:
    open_tags: list[str] = []
    for match in PIECE.finditer(markup):
        if tag := TAG.match(match.group()):
            if tag.group(1):
                open_tags.pop()
            else:
                open_tags.append(match.group())
    return open_tags


def _closed(markup: str) -> str:
    names = [TAG.match(tag) for tag in reversed(_open_tags(markup))]
    return markup.rstrip("\n") + "".join(f"</{name.group(2)}>" for name in names if name)
