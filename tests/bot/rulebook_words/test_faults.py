"""Faults of rulebook files in Chinese: every one that the core can name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rulebook_words.faults import fault_said, said
from core.model.fault import Fault

CORE = Path(__file__).parents[3] / "core" / "rulebook"
RULES = CORE.parent / "rules"
NAMING = {"Fault", "NotAllowed", "ValueError", "_needs", "missing", "fault"}
SPOKEN = ("found", "allowed", "listed", "declared", "way_out", "_TO_100")


def texts_in(node: ast.expr) -> Iterator[str]:
    """The texts of an expression, what they quote as a word in brackets."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else "⟨x⟩" for one in node.values)
        yield "".join(str(part) for part in parts)
    elif isinstance(node, ast.IfExp):
        yield from (text for branch in (node.body, node.orelse) for text in texts_in(branch))


def named_by(tree: ast.Module) -> Iterator[str]:
    """What was found and what is allowed, of every fault in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NAMING:
            given = node.args[1:3] if getattr(node.func, "id", "") == "Fault" else node.args
            yield from (text for one in given for text in texts_in(one))
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in SPOKEN:
            yield from texts_in(node.value)
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield from (text for text in texts_in(node.value) if " " in text)


def every_text() -> list[str]:
    files = [*(CORE / "checks").glob("*.py")]
    names = "chapter checked_text composing composing_faults conditions figures readers scalars timing timing_readers"
    files += [CORE / f"{name}.py" for name in names.split()]
    rules = (
        "apportionment fixed_figures opening people_parts picked_grade rates role_parts shares unit_pricing"
    )
    files += [path for name in rules.split() for path in RULES.rglob(f"{name}.py")]
    files += (RULES / "request").glob("*.py")
    found = (text for file in files for text in named_by(ast.parse(file.read_text("utf-8"))))
    return sorted({text for text in found if re.search("^[^,]*[a-z]{2} ", text) or text.endswith(";")})


@pytest.mark.parametrize("text", every_text())
def test_whatever_the_core_names_has_chinese_words(text: str) -> None:
    assert re.search("[\u4e00-\u9fff]", said(text, "zh-Hans")), text


def test_english_is_said_as_the_core_names_it() -> None:
    fault = Fault("approvals[1].by", "'offce' is not declared;", "declared are a, b", "5")

    assert fault_said(fault, "en") == "approvals[1].by: 'offce' is not declared; declared are a, b (clause 5)"


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (
            Fault("approvals[1].by", "'offce' is not declared;", "declared are a, b", "5"),
            "approvals[1].by：'offce' 没有声明；已声明：a, b（5）",
        ),
        (
            Fault(
                "settings.s.value", "found is 'one or two is';", "allowed is a percentage from 0 to 100, at x"
            ),
            "settings.s.value：现为 'one or two is'；应为 0 到 100 的百分数（位于 x）",
        ),
        (
            Fault("people[0].chosen_rate", "95", "is outside 30..50", "4.6"),
            "people[0].chosen_rate：95，不在 30–50 之内（4.6）",
        ),
        (
            Fault("duties.d.kind", "found is 'x';", "input should be 'gate', 'task' or 'notice'"),
            "duties.d.kind：现为 'x'；应为 'gate', 'task' 或 'notice'",
        ),
        (
            Fault("x", "found is 1;", "words that nobody translated"),
            "x：现为 1；words that nobody translated",
        ),
    ],
)
def test_what_was_found_is_quoted_as_it_is(fault: Fault, line: str) -> None:
    assert fault_said(fault, "zh-Hans") == line
