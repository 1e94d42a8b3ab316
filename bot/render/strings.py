"""The short texts of a language: buttons, toasts, errors and the words for enums."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Strings:
    """All topics of one language in one table of tables; KeyError where a text is missing."""

    tables: Mapping[str, Table]

    def text(self, table: str, key: str) -> str:
        """The text of that key."""
        return str(self.tables[table][key])

    def word(self, group: str, key: str) -> str:
        """The word for a value of an enum or a group of ids; the value itself where nobody gave it a word."""
        labels: Mapping[str, Mapping[str, str]] = self.tables.get("labels", {})
        return labels.get(group, {}).get(key, key)


@cache
def strings_of(language: str) -> Strings:
    """What ships in templates/<language>/strings/."""
    return Strings(merged(_topics(language)))


def merged(topics: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """One table of these topics (file name, TOML); ValueError if two say the same."""
    tables: dict[str, Any] = {}
    for name, toml in topics:
        _merge(tables, tomllib.loads(toml), name)
    return tables


def _topics(language: str) -> Iterator[tuple[str, str]]:
    folder = files("templates") / language / "strings"
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".toml"):
            yield item.name, item.read_text(encoding="utf-8")


def _merge(tables: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    for key, value in more.items():
        known = tables.setdefault(key, {} if isinstance(value, dict) else value)
        if isinstance(value, dict) and isinstance(known, dict):
            _merge(known, value, where)
        elif known is not value:
            raise ValueError(f"{where}: {key} is there already")
