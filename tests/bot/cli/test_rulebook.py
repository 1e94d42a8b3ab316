import json
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.cli.rulebook import rulebook
from bot.rulebooks import ids

EDITIONS = resources.files("core.rulebook") / "editions"
TEXT = (EDITIONS / "incident-compensation" / "undated.toml").read_text("utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rulebook, list(arguments))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(TEXT, "utf-8")
    return file


def test_every_shipped_edition_passes_the_check(own: Path) -> None:
    for name in ids():
        for edition in (EDITIONS / name).iterdir():
            own.write_text(edition.read_text("utf-8"), "utf-8")

            result = run("check", str(own))

            assert result.exit_code == 0, result.stderr
            assert result.output.startswith(f"{name} ")
            assert result.output.endswith(": OK\n")


def test_every_fault_of_a_file_is_named_with_its_line(own: Path) -> None:
    text = TEXT.replace('by = "office"', 'by = "offce"').replace('"30%"', '"31%"')
    own.write_text(text, "utf-8")

    result = run("check", str(own), "--lang", "en")

    *faults, end = result.stderr.splitlines()
    lines = [text[: text.index(part)].count("\n") + 1 for part in ('"31%"', '"offce"')]
    assert result.exit_code == 2
    assert result.stdout == ""
    assert [fault.split(": ")[:2] for fault in faults] == [
        [f"{own}:{lines[0]}", "splits[1].shares"],
        [f"{own}:{lines[1]}", "approvals[1].by"],
    ]
    assert "faults (2)" in end


def test_a_file_that_is_no_text_is_refused_kindly(own: Path) -> None:
    own.write_bytes(b"\xff\xfe")

    result = run("check", str(own))

    assert result.exit_code == 2
    assert "UTF-8" in result.stderr


def test_the_list_has_a_row_for_each_rulebook() -> None:
    result = run("list", "--lang", "en")

    heading, *rows = result.output.splitlines()
    assert heading.split() == ["Id", "Edition", "In", "force", "Clauses", "Rules", "Missing", "Title"]
    assert [row.split()[0] for row in rows] == list(ids())
    assert (
        next(row for row in rows if row.startswith("incident-compensation")).endswith(
            " 15       18     1        Quality-incident compensation"
        )
        or "Quality-incident compensation" in result.output
    )


def test_a_page_is_shown_of_an_id_and_of_a_file(own: Path) -> None:
    by_id, by_file = (
        run("show", name, "--lang", "zh-Hans").output for name in ("incident-compensation", str(own))
    )

    assert by_id == by_file
    assert by_id.startswith("# 公司质量事故赔偿管理制度\n")


def test_the_language_of_gongdao_holds_where_none_is_chosen() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "rulebook", "show", "incident-compensation"])

    assert result.output.startswith("# Quality-incident compensation\n")


def test_a_rulebook_that_does_not_exist_is_answered_with_what_is_allowed() -> None:
    result = run("show", "nothing", "--lang", "en")

    assert result.exit_code == 2
    assert "no rulebook nothing" in result.stderr
    assert "six-grade-incidents" in result.stderr


def test_a_name_too_long_for_any_file_is_no_rulebook_either() -> None:
    results = [run(command, "x" * 300) for command in ("check", "show")]

    assert [result.exit_code for result in results] == [2, 2]
    assert all("production-complaints" in result.stderr for result in results)


def test_a_pdf_is_written_where_it_can_be(tmp_path: Path) -> None:
    written = run("show", "incident-compensation", "--pdf", str(tmp_path / "page.pdf"))
    refused = run(
        "show", "incident-compensation", "--pdf", str(tmp_path / "none" / "page.pdf"), "--lang", "en"
    )

    assert written.exit_code == 0
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert refused.exit_code == 2
    assert "Choose a place that can be written to" in refused.stderr


def test_two_editions_stand_side_by_side(own: Path) -> None:
    own.write_text(TEXT.replace('rate = "40%"', 'rate = "45%"').replace('"undated"', '"2025"'), "utf-8")

    result = run("diff", "incident-compensation", str(own), "--lang", "en")

    assert result.output.startswith("# incident-compensation undated → incident-compensation 2025\n")
    assert "  - rate: 40% → 45%\n" in result.output


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").output)["title"] == "Gongdao rulebook"
