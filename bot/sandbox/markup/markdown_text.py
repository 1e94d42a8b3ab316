"""Telegram's MarkdownV2: text and entities from it, with Telegram's words for what is wrong."""

import re

from bot.sandbox.faults import ApiFault, bad_request
from bot.sandbox.wire import Json, utf16_length

MARKS = {"||": "spoiler", "__": "underline", "*": "bold", "_": "italic", "~": "strikethrough"}
ADDRESS = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
ESCAPED = re.compile(r"\\(.)")
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")


def markdown_entities(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities (offsets in UTF-16 units); ApiFault when the MarkdownV2 is broken."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._text = ""
        self._open: list[tuple[str, int]] = []
        self._entities: list[Json] = []
        self._quote: int | None = None

    def read(self) -> tuple[str, list[Json]]:
        while self._place < len(self._source):
            self._step()
        self._end_quote()
        if self._open:
            mark, start = self._open[-1]
            kind = "TextUrl" if mark == "[" else MARKS[mark].capitalize()
            raise bad_request(f"can't parse entities: Can't find end of {kind} entity at byte offset {start}")
        return self._text, self._entities

    def _step(self) -> None:
        here = self._source[self._place]
        if here == "\\" and self._place + 1 < len(self._source):
            self._take(self._source[self._place + 1], 2)
        elif here == "`":
            self._code()
        elif here == ">" and (not self._text or self._text.endswith("\n")):
            self._quote = utf16_length(self._text) if self._quote is None else self._quote
            self._place += 1
        else:
            self._mark_or_letter(here)

    def _mark_or_letter(self, here: str) -> None:
        mark = next((mark for mark in MARKS if self._source.startswith(mark, self._place)), None)
        if mark is not None:
            self._toggle(mark)
        elif here == "[":
            self._begin("[", 1)
        elif here == "]" and self._open and self._open[-1][0] == "[":
            self._link()
        elif here in RESERVED:
            raise self._fault(f"Character '{here}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._take(here, 1)

    def _take(self, letters: str, width: int) -> None:
        self._text += letters
        self._place += width
        if letters == "\n" and not self._source.startswith(">", self._place):
            self._end_quote()

    def _begin(self, mark: str, width: int) -> None:
        self._open.append((mark, utf16_length(self._text)))
        self._place += width

    def _toggle(self, mark: str) -> None:
        if mark not in (open_mark for open_mark, _ in self._open):
            self._begin(mark, len(mark))
            return
        opened, start = self._open.pop()
        if opened != mark:
            raise self._fault(f"Can't find end of the entity before '{mark}'")
        self._note({"type": MARKS[mark]}, start)
        self._place += len(mark)

    def _code(self) -> None:
        fence = "```" if self._source.startswith("```", self._place) else "`"
        end = self._source.find(fence, self._place + len(fence))
        if end < 0:
            raise bad_request(
                f"can't parse entities: Can't find end of Code entity at byte offset {self._place}"
            )
        inside = self._source[self._place + len(fence) : end].replace("\\`", "`").replace("\\\\", "\\")
        head, newline, rest = inside.partition("\n")
        kind: Json = {"type": "pre" if fence == "```" else "code"}
        if fence == "```" and newline:
            kind |= {"language": head} if head else {}
            inside = rest
        start = utf16_length(self._text)
        self._text += inside
        self._note(kind, start)
        self._place = end + len(fence)

    def _link(self) -> None:
        _, start = self._open.pop()
        address = ADDRESS.match(self._source, self._place)
        if address is None:
            raise self._fault("Can't find end of a URL")
        self._note({"type": "text_link", "url": ESCAPED.sub(r"\1", address.group(1))}, start)
        self._place = address.end()

    def _end_quote(self) -> None:
        if self._quote is not None:
            start, self._quote = self._quote, None
            self._note({"type": "blockquote"}, start)

    def _note(self, kind: Json, start: int) -> None:
        length = utf16_length(self._text.rstrip("\n") if "quote" in kind["type"] else self._text) - start
        if length > 0:
            self._entities.append({**kind, "offset": start, "length": length})

    def _fault(self, what: str) -> ApiFault:
        at = len(self._source[: self._place].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {at}")
