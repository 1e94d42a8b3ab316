"""Every template, button, toast and error that the code names has its words."""

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from bot.render.language import MAIN
from bot.render.strings import strings_of
from core import errors

ROOT = Path(__file__).parents[3]
REFUSALS = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, errors.Refusal)
}


def test_every_template_that_is_named_is_there() -> None:
    there = {item.name.removesuffix(".html.j2") for item in (files("templates") / MAIN).iterdir()}

    assert {where: name for where, name in _templates() if name not in there} == {}


@pytest.mark.parametrize(
    ("table", "calls"), [("buttons", {"Button"}), ("toasts", {"toast"}), ("errors", REFUSALS - {"Refusal"})]
)
def test_every_short_text_that_is_named_is_there(table: str, calls: set[str]) -> None:
    there = strings_of(MAIN).tables[table]

    assert {where: name for where, name in _first_words(calls) if name not in there} == {}


def _templates() -> Iterator[tuple[str, str]]:
    yield from _first_words({"say"})
    for where, call in _calls():
        for keyword in call.keywords:
            if keyword.arg == "template" and isinstance(keyword.value, ast.Constant) and keyword.value.value:
                yield where, str(keyword.value.value)


def _first_words(names: set[str]) -> Iterator[tuple[str, str]]:
    for where, call in _calls():
        first = call.args[0] if call.args else None
        if _name(call) in names and isinstance(first, ast.Constant) and str(first.value).isidentifier():
            yield where, str(first.value)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for folder in ("core", "handlers", "bot"):
        for path in (ROOT / folder).rglob("*.py"):
            if not {"sandbox", "cli"} & set(path.parts):
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.Call):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
