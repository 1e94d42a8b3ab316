"""The table of rights and what can be pressed, sent and answered: each has the other."""

import ast
from pathlib import Path

from bot.all_routes import all_routes
from core.rights.table import RIGHTS

ROUTES = all_routes()
ROOT = Path(__file__).parents[2]
JUDGES = ROOT / "core" / "rights"


def test_everything_that_can_be_pressed_has_a_row() -> None:
    listed = {verb for right in RIGHTS.values() for verb in right.presses}

    assert ROUTES.presses.keys() | ROUTES.group_presses.keys() == listed


def test_every_command_has_a_row() -> None:
    listed = {command for right in RIGHTS.values() for command in right.commands}

    assert ROUTES.commands.keys() | ROUTES.group_commands.keys() == listed


def test_every_answer_to_a_question_has_a_row() -> None:
    listed = {step for right in RIGHTS.values() for step in right.steps}

    assert ROUTES.steps.keys() == listed


def test_only_the_table_refuses_a_person() -> None:
    raising = [
        str(path.relative_to(ROOT))
        for folder in ("core", "handlers")
        for path in (ROOT / folder).rglob("*.py")
        if JUDGES not in path.parents and "NotThisPerson" in _raised(path)
    ]

    assert raising == []


def test_no_action_screen_or_handler_asks_for_a_role_by_itself() -> None:
    asking = [
        str(path.relative_to(ROOT))
        for folder in ("core/actions", "core/screens", "handlers")
        for path in (ROOT / folder).rglob("*.py")
        if _asked_for_roles(path) & {"actor", "reader"}
    ]

    assert asking == []


def _asked_for_roles(path: Path) -> set[str]:
    """Of whom `holds` or `holds_anywhere` is asked."""
    asked = (
        node.func.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("holds", "holds_anywhere")
    )
    return {ast.unparse(one).rsplit(".", 1)[-1] for one in asked}


def _raised(path: Path) -> set[str]:
    calls = (
        node.exc
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    )
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)}
