"""On which line of a TOML text each key stands; the text has been read already, so it is sound."""

import re
from bisect import bisect_right
from typing import Final

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, places in lists."""

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'", re.DOTALL
)
_DOT: Final = re.compile(r"[ \t]*\.[ \t]*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE: Final = re.compile(r"[^,\]}\n#]+")


def lines_of(text: str) -> dict[Keys, int]:
    """Return the line, from 1, of every table, key and list entry of the text."""
    return _Scan(text.replace("\r\n", "\n")).lines


def line_of(lines: dict[Keys, int], keys: Keys) -> int | None:
    """Return the line of the value, or of the nearest table around it; None where even that has none."""
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys)


class _Scan:
    def __init__(self, text: str) -> None:
        self.lines: dict[Keys, int] = {}
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._last: dict[Keys, int] = {}
        self._table: Keys = ()
        self._skip()
        while self._at < len(text):
            self._entry()
            self._skip()

    def _entry(self) -> None:
        if self._takes("[["):
            self._open(is_list=True)
        elif self._takes("["):
            self._open(is_list=False)
        else:
            self._pair(self._table)

    def _open(self, *, is_list: bool) -> None:
        start = self._at
        table = self._placed(self._keys())
        if is_list:
            place = self._last.get(table, -1) + 1
            self._last[table] = place
            table = (*table, place)
        self._at = self._text.index("]", self._at) + (2 if is_list else 1)
        self._table = table
        for depth in range(1, len(table) + 1):
            self._note(table[:depth], start)

    def _placed(self, keys: tuple[str, ...]) -> Keys:
        """Put the place of the last entry behind every list of tables on the way."""
        table: Keys = ()
        for depth, key in enumerate(keys, 1):
            table = (*table, key)
            if table in self._last and depth < len(keys):
                table = (*table, self._last[table])
        return table

    def _pair(self, table: Keys) -> None:
        start = self._at
        keys = (*table, *self._keys())
        self._at = self._text.index("=", self._at) + 1
        for depth in range(len(table) + 1, len(keys) + 1):
            self._note(keys[:depth], start)
        self._value(keys)

    def _keys(self) -> tuple[str, ...]:
        keys = [self._key()]
        while dot := _DOT.match(self._text, self._at):
            self._at = dot.end()
            keys.append(self._key())
        return tuple(keys)

    def _key(self) -> str:
        self._skip()
        quoted = _STRING.match(self._text, self._at)
        if quoted:
            self._at = quoted.end()
            return quoted.group()[1:-1]
        bare = _BARE_KEY.match(self._text, self._at)
        self._at = bare.end() if bare else self._at + 1
        return bare.group() if bare else ""

    def _value(self, keys: Keys) -> None:
        self._skip()
        self.lines.setdefault(keys, self._line(self._at))
        if self._takes("["):
            self._list(keys)
        elif self._takes("{"):
            self._inline(keys)
        else:
            end = _STRING.match(self._text, self._at) or _BARE_VALUE.match(self._text, self._at)
            self._at = end.end() if end else self._at + 1

    def _list(self, keys: Keys) -> None:
        place = 0
        while not self._ends("]"):
            self._value((*keys, place))
            place += 1

    def _inline(self, keys: Keys) -> None:
        while not self._ends("}"):
            self._pair(keys)

    def _ends(self, bracket: str) -> bool:
        """Whether the list or table ends here; a comma on the way is taken."""
        self._skip()
        if self._takes(","):
            self._skip()
        return self._at >= len(self._text) or self._takes(bracket)

    def _takes(self, token: str) -> bool:
        is_there = self._text.startswith(token, self._at)
        self._at += len(token) if is_there else 0
        return is_there

    def _skip(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at

    def _note(self, keys: Keys, start: int) -> None:
        self.lines.setdefault(keys, self._line(start))

    def _line(self, position: int) -> int:
        return bisect_right(self._starts, position)
