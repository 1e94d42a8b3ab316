"""A rulebook's page as Markdown; what it says is escaped, so that no label can set anything."""

import re
from functools import cache
from typing import Final

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.rulebook_words.page import Page
from bot.rulebook_words.vocabulary import Vocabulary

_SPECIAL: Final = re.compile(r"([\\`*_<>\[\]|])")


def markdown(page: Page, words: Vocabulary) -> str:
    """The page in Markdown, ending in one line break."""
    text = (
        _environment()
        .get_template("rulebook.md.j2")
        .render(page=page, texts=words.tables["page"], colon=words.tables["page"]["colon"])
    )
    return text.strip() + "\n"


def escaped(text: str) -> str:
    """The text on one line, with nothing that Markdown would take for a mark."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=PackageLoader("templates", "documents"),
        undefined=StrictUndefined,
        autoescape=False,  # Markdown: every text goes through the filter `md`
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["md"] = escaped
    return environment
