"""The words of the command line, from templates/<language>/strings/shell*.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from bot.render.strings import merged


@dataclass(frozen=True, slots=True)
class ShellWords:
    """The lines of one language."""

    language: str
    lines: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]

    @staticmethod
    def of(language: str) -> "ShellWords":
        """The words of that language."""
        tables = merged(_topics(language))
        return ShellWords(language, tables["shell"], tables["shell_labels"])

    def line(self, what: str, **data: object) -> str:
        """The words for `what`, filled with data."""
        return _template(self.lines[what]).render(data | {"labels": self.labels})


def _topics(language: str) -> Iterator[tuple[str, str]]:
    """The shell's own files only: a command that starts quickly does not read the bot's."""
    for item in (files("templates") / language / "strings").iterdir():
        if item.name.startswith("shell"):
            yield item.name, item.read_text(encoding="utf-8")


@cache
def _template(text: str) -> Template:
    """Read once: a file with thousands of faults says the same line thousands of times."""
    return _ENVIRONMENT.from_string(text)


_ENVIRONMENT = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 - plain text for a terminal: nothing to escape
)
