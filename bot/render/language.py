"""One language: its templates, strings and filters, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import BaseLoader, ChoiceLoader, FunctionLoader, PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.explain import Explainer
from bot.render.filters import filters_for
from bot.render.strings import Strings, strings_of

MAIN = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Language:
    """Templates for messages (escaped) and for short texts (plain)."""

    strings: Strings
    messages: ImmutableSandboxedEnvironment
    sentences: ImmutableSandboxedEnvironment

    def message(self, template: str, data: Mapping[str, object]) -> str:
        """The template filled, as Telegram HTML."""
        return self.messages.get_template(f"{template}.html.j2").render(data).strip()

    def sentence(self, table: str, key: str, data: Mapping[str, object]) -> str:
        """A short text filled, without any marks."""
        return self.sentences.get_template(f"{table}/{key}").render(data)


@cache
def language(name: str) -> Language:
    """The language of that name; what it has no template for is said in the main one."""
    strings = strings_of(name)
    loader = ChoiceLoader([PackageLoader("templates", folder) for folder in dict.fromkeys((name, MAIN))])
    messages = _environment(loader, is_html=True)
    texts = FunctionLoader(lambda where: strings.text(*where.split("/")))
    sentences = _environment(texts, is_html=False)
    for environment in (messages, sentences):
        environment.filters.update(filters_for(name, strings))
        environment.filters["explainer"] = partial(Explainer, name)
    return Language(strings, messages, sentences)


def _environment(loader: BaseLoader, *, is_html: bool) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=is_html,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
