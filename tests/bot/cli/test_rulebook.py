from importlib import resources
from pathlib import Path

from click.testing import CliRunner

from bot.cli.rulebook import rulebook
from bot.rulebooks import ids

EDITIONS = resources.files("core.rulebook") / "editions"


def test_every_shipped_edition_passes_the_check(tmp_path: Path) -> None:
    for name in ids():
        file = tmp_path / f"{name}.toml"
        file.write_text((EDITIONS / name / "undated.toml").read_text("utf-8"), "utf-8")

        result = CliRunner().invoke(rulebook, ["check", str(file)])

        assert result.output == f"{name} undated: OK\n"


def test_every_fault_of_a_file_is_named(tmp_path: Path) -> None:
    text = (EDITIONS / "incident-compensation" / "undated.toml").read_text("utf-8")
    file = tmp_path / "own.toml"
    file.write_text(text.replace('by = "office"', 'by = "offce"').replace('"30%"', '"31%"'), "utf-8")

    result = CliRunner().invoke(rulebook, ["check", str(file)])

    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "approvals[1].by",
        "splits[1].shares",
    ]


def test_a_file_that_is_no_text_is_refused_kindly(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(b"\xff\xfe")

    result = CliRunner().invoke(rulebook, ["check", str(file)])

    assert result.exit_code == 2
    assert "UTF-8" in result.stderr
