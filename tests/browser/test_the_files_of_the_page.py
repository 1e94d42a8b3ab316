"""What can be said of the page's files without a browser."""

import json
import re
from importlib import resources

FOLDER = resources.files("templates") / "web"
MODULES = {entry.name: entry.read_text("utf-8") for entry in FOLDER.iterdir() if entry.name.endswith(".js")}
INDEX = (FOLDER / "index.html").read_text("utf-8")
ANY_CODE = "\n".join(text for name, text in MODULES.items() if not name.startswith("words_"))
BUILT_KEYS = ("clock.", "picture.", "media.")


def words(language: str) -> dict[str, str]:
    """The page's words in a language, by key."""
    return dict(re.findall(r'^  "([^"]+)": "(.*)",$', MODULES[f"words_{language}.js"], re.MULTILINE))


def test_both_languages_say_the_same_things() -> None:
    assert words("zh").keys() == words("en").keys()


def test_both_languages_fill_in_the_same_values() -> None:
    holes = re.compile(r"\{\w+\}")
    unlike = [
        key
        for key, text in words("zh").items()
        if set(holes.findall(text)) != set(holes.findall(words("en")[key]))
    ]
    assert unlike == []


def test_every_key_has_words_and_all_words_are_used() -> None:
    used = set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', ANY_CODE)) | set(
        re.findall(r'data-t(?:-label)?="([^"]+)"', INDEX)
    )
    known = words("zh").keys()

    asked = set(re.findall(r'\btn?\("([^"]+)"', ANY_CODE))
    assert asked <= known
    assert {key for key in known - used if key not in asked and not key.startswith(BUILT_KEYS)} == set()


def test_no_text_ever_becomes_markup() -> None:
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", ANY_CODE) == []


def test_nothing_on_the_page_comes_from_elsewhere_or_runs_inline() -> None:
    assert "script-src 'self'" in INDEX
    assert "default-src 'none'" in INDEX
    assert re.findall(r'(?:src|href)="(?!/web/|#)[^"]*"|\son\w+=|<style|style="', INDEX) == []


def test_every_module_says_what_it_is_for_and_stays_small() -> None:
    assert [name for name, text in MODULES.items() if not text.startswith("/**")] == []
    assert [name for name, text in MODULES.items() if text.count("\n") > 190] == []


def test_the_hints_say_the_same_steps_in_both_languages() -> None:
    story = json.loads((FOLDER / "story.json").read_text("utf-8"))
    assert [step["person"] for step in story["zh"]] == [step["person"] for step in story["en"]]
