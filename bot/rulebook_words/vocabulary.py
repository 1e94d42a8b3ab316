"""The words about rulebooks of one language, from templates/<language>/rulebook.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Headings, names of fields, words for values, and a sentence for each kind of table."""

    language: str
    tables: Mapping[str, Mapping[str, str]]
    sentences: ImmutableSandboxedEnvironment

    def heading(self, chapter: str) -> str:
        """The heading of a chapter; its name where it has none."""
        return self.tables["chapters"].get(chapter, chapter)

    def field(self, name: str) -> str:
        """The word for a field of a table; its name where it has none."""
        return self.tables["fields"].get(name, name.replace("_", " "))

    def value(self, field: str, value: str) -> str:
        """The word for a value of a closed list; the value itself where it has none."""
        return self.tables["values"].get(f"{field}.{value}", value)

    def text(self, name: str, /, **data: object) -> str:
        """A short text, filled with data."""
        return self.sentences.get_template(f"texts/{name}").render(data)

    def text_of(self, table: str, name: str, /, **data: object) -> str:
        """A text of another table, filled with data."""
        return self.sentences.get_template(f"{table}/{name}").render(data)

    def has_sentence(self, table: str) -> bool:
        """Whether that kind of table has a sentence of its own."""
        return table in self.tables["rows"]

    def sentence(self, table: str, data: Mapping[str, object]) -> str:
        """The sentence of that kind of table, filled with data."""
        return self.sentences.get_template(f"rows/{table}").render(data)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of that language."""
    text = (files("templates") / language / "rulebook.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda where: _entry(tables, where)),
        undefined=StrictUndefined,
        autoescape=False,  # plain text; whoever sets it in Markdown or Typst escapes it there
        auto_reload=False,
    )
    return Vocabulary(language, tables, environment)


def _entry(tables: Mapping[str, Mapping[str, str]], where: str) -> str:
    table, _, key = where.partition("/")
    return tables[table][key]
