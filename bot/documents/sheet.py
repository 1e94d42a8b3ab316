"""What stands on a document, read from its filled template: a title and blocks, as data for Typst.

The templates are marked up in a few tags. What people wrote is escaped when a template is filled, so it can only ever
be text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final

Block = dict[str, Any]
HEADS: Final = frozenset({"h1", "number", "state", "copy"})
# tags whose neighbours of the same kind belong together
GATHERED: Final = frozenset({"fact", "li", "sign"})
BLOCKS: Final = frozenset({"h2", "p", "total", "blank", "foot", *GATHERED})
ROW, CELLS = "tr", frozenset({"td", "th"})


@dataclass(slots=True)
class Sheet:
    """`heads` are title, number, state and copies, each as often as said; `blocks` stand in their order."""

    heads: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def sheet_in(marked_up: str) -> Sheet:
    """The sheet; ValueError for a tag that documents do not know."""
    reader = _Reader()
    reader.feed(marked_up)
    reader.close()
    return reader.sheet


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Sheet()
        self._said: list[str] = []
        self._named: Mapping[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in HEADS | BLOCKS | CELLS | {ROW}:
            raise ValueError(tag)
        self._said = []
        if tag == ROW:
            self._add_row()
        if tag not in CELLS:
            self._named = {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = "".join(self._said).strip()
        self._said = []
        if tag in HEADS:
            self.sheet.heads.setdefault(tag, []).append(text)
        elif tag in CELLS:
            self.sheet.blocks[-1]["rows"][-1].append({"text": text, "is_head": tag == "th"})
        elif tag in GATHERED:
            self._gather(tag, {**self._named, "text": text})
        elif tag != ROW:
            self.sheet.blocks.append({"kind": tag, **self._named, "text": text})

    def _gather(self, kind: str, row: object) -> None:
        blocks = self.sheet.blocks
        if not blocks or blocks[-1]["kind"] != kind:
            blocks.append({"kind": kind, "rows": []})
        blocks[-1]["rows"].append(row)

    def _add_row(self) -> None:
        self._gather(ROW, [])
