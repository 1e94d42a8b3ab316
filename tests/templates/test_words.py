"""Whatever the code names by key has its words in every language."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.all_routes import all_routes
from bot.render.strings import strings_of

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ("zh-Hans", "en")
REFUSALS = "NotAllowed|NotThisPerson|NoSuchThing|SomebodyWasFirst|WrongStage|FiguresChanged|AboveLoss"


def named(pattern: str) -> set[str]:
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ("core", "handlers")
        for path in (ROOT / folder).rglob("*.py")
    ]
    return {match for text in texts for match in re.findall(pattern, text)}


def keys_of(table: dict[str, Any], before: str = "") -> set[str]:
    return {
        key
        for name, value in table.items()
        for key in (keys_of(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}"})
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_words(language: str) -> None:
    words = strings_of(language).tables["errors"]

    assert named(rf'raise (?:{REFUSALS})\(\s*"(\w+)"') - words.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_and_toast_has_words(language: str) -> None:
    tables = strings_of(language).tables

    assert named(r'Button\(\s*"(\w+)"') - tables["buttons"].keys() == set()
    assert named(r'\.toast\(\s*"(\w+)"') - tables["toasts"].keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_named_is_there(language: str) -> None:
    there = {path.name.removesuffix(".html.j2") for path in (ROOT / "templates" / language).glob("*.html.j2")}
    templates = named(r'template="(\w+)"') | named(r'\.say\(\s*"(\w+)"')

    assert templates - there == set()


def test_languages_have_the_same_words_and_templates() -> None:
    chinese, english = (keys_of(dict(strings_of(language).tables)) for language in LANGUAGES)
    templates = [
        {
            path.relative_to(ROOT / "templates" / language).as_posix()
            for path in (ROOT / "templates" / language).rglob("*.j2")
        }
        for language in LANGUAGES
    ]

    assert chinese ^ english == set()
    assert templates[0] ^ templates[1] == set()


def test_every_button_has_a_handler() -> None:
    handled = all_routes().presses.keys() | all_routes().group_presses.keys()

    assert named(r'Button\(\s*"\w*",\s*"(\w+)"') - handled == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_timer_has_words_for_the_day_it_fails(language: str) -> None:
    assert all_routes().rings.keys() ^ strings_of(language).tables["labels"]["timer"].keys() == set()
