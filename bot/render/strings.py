"""The short texts of a language: buttons, toasts, errors and the words for enums."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
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
    """What ships in templates/<language>/strings/; a key given twice raises ValueError."""
    merged: dict[str, Any] = {}
    for topic in _topics(language):
        _merge(merged, tomllib.loads(topic.read_text(encoding="utf-8")), topic.name)
    return Strings(merged)


def _topics(language: str) -> Iterator[Traversable]:
    folder = files("templates") / language / "strings"
    yield from sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name
    )


def _merge(merged: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    for key, value in more.items():
        if key not in merged:
            merged[key] = {} if isinstance(value, dict) else value
        elif not isinstance(value, dict):
            raise ValueError(f"{where}: {key} is there already")
        if isinstance(value, dict):
            _merge(merged[key], value, where)
