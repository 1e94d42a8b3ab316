"""The words of the command line, from templates/<language>/strings/shell.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined


@dataclass(frozen=True, slots=True)
class ShellWords:
    """The lines of one language."""

    language: str
    lines: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]

    @staticmethod
    def of(language: str) -> "ShellWords":
        """The words of that language."""
        text = (files("templates") / language / "strings" / "shell.toml").read_text(encoding="utf-8")
        tables = tomllib.loads(text)
        return ShellWords(language, tables["shell"], tables["shell_labels"])

    def line(self, what: str, **data: object) -> str:
        """The words for `what`, filled with data."""
        return _ENVIRONMENT.from_string(self.lines[what]).render(data | {"labels": self.labels})


_ENVIRONMENT = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 - plain text for a terminal: nothing to escape
)
