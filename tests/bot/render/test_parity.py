"""Every language says everything: the same templates, the same strings, and each of them can be read."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pytest
from jinja2 import meta

from bot.render.language import MAIN, language
from bot.render.strings import strings_of

LANGUAGES = ("zh-Hans", "en")
OTHERS = tuple(name for name in LANGUAGES if name != MAIN)


@pytest.mark.parametrize("other", OTHERS)
def test_every_language_has_the_same_templates(other: str) -> None:
    assert _templates(other) == _templates(MAIN)


@pytest.mark.parametrize("other", OTHERS)
def test_every_language_has_the_same_strings(other: str) -> None:
    assert set(_keys(strings_of(other).tables)) == set(_keys(strings_of(MAIN).tables))


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_template_can_be_read_and_every_filter_in_it_is_there(name: str) -> None:
    spoken = language(name)
    for template in _templates(name):
        spoken.messages.get_template(template)


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_toast_and_error_can_be_read(name: str) -> None:
    spoken = language(name)
    for table in ("toasts", "errors"):
        for key in spoken.strings.tables[table]:
            spoken.sentences.from_string(spoken.strings.text(table, key))


@pytest.mark.parametrize("other", OTHERS)
def test_every_language_asks_the_same_of_the_data(other: str) -> None:
    differing = [name for name in _templates(MAIN) if _asked(other, name) != _asked(MAIN, name)]

    assert differing == []


def _templates(name: str) -> set[str]:
    return {item.name for item in (files("templates") / name).iterdir() if item.name.endswith(".j2")}


def _asked(name: str, template: str) -> set[str]:
    source = (files("templates") / name / template).read_text(encoding="utf-8")
    return meta.find_undeclared_variables(language(name).messages.parse(source))


def _keys(table: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _keys(value, f"{before}{key}.")
        else:
            yield before + key
