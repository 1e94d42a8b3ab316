"""What the import contracts and the linter cannot say: sizes, clocks and floats."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "core")
WALL = 300
USUAL = 190


def sources(*packages: str) -> list[Path]:
    """Every module but the migrations: what those say once is history and stays as it is."""
    every = (path for package in packages for path in sorted((ROOT / package).rglob("*.py")))
    return [path for path in every if "migrations" not in path.parts]


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def names_called_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def test_no_file_passes_the_wall() -> None:
    too_long = {str(path): lines_of(path) for path in sources(*PACKAGES) if lines_of(path) > WALL}

    assert too_long == {}


def test_nine_files_in_ten_are_short() -> None:
    lengths = [lines_of(path) for path in sources(*PACKAGES)]

    assert sum(length < USUAL for length in lengths) >= 0.9 * len(lengths)


def test_package_files_are_empty() -> None:
    assert [path for path in sources(*PACKAGES) if path.name == "__init__.py" and path.stat().st_size] == []


def test_neither_core_nor_handlers_ask_what_time_it_is() -> None:
    clocks = {"datetime.now", "datetime.today", "date.today", "time.time", "datetime.datetime.now"}

    assert [path for path in sources("core", "handlers") if names_called_in(path) & clocks] == []


def test_the_core_has_no_float() -> None:
    assert [path for path in sources("core") if "float" in names_called_in(path)] == []
    for path in sources("core"):
        constants = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant)
        ]
        assert not any(isinstance(value, float) for value in constants), path


def test_every_file_has_one_word_for_its_concept() -> None:
    banned = {"utils", "helpers", "common", "base", "manager", "const", "service"}

    assert [path for path in sources(*PACKAGES) if path.stem in banned] == []


def test_nothing_but_the_inbox_catches_every_exception() -> None:
    catching = [
        path.relative_to(ROOT).as_posix()
        for path in sources(*PACKAGES)
        if "except Exception" in path.read_text(encoding="utf-8")
    ]

    assert len(catching) <= 1, catching
