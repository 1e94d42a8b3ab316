"""The command line as a person uses it: what is printed, and the exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import COMMANDS, main
from tests.bot.cli.desk import STAFF, Desk

BAD_STAFF = """工号,姓名,部门,直接上级,角色,厂区,入职日期
=1+1,\u202e甲,仓储部,E9,boss,北厂,2025-02-30
,,,,,,
E1,乙,仓储部,E1,,总厂,
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_every_command_can_be_loaded_and_explains_itself() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0, result.output
    assert CliRunner().invoke(main, ["no-such-command"]).exit_code == 2


def test_init_never_overwrites(desk: Desk) -> None:
    file = desk.folder / "gongdao.toml"
    file.write_text("# mine", encoding="utf-8")

    result = desk.run("init", str(desk.folder), config=False)

    assert (result.exit_code, file.read_text()) == (1, "# mine")
    assert "already there" in result.stderr


def test_init_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    result = CliRunner().invoke(main, ["--lang", "zh-Hans", "init", str(tmp_path / "file" / "under")])

    assert result.exit_code == 1
    assert "写不了" in result.stderr


def test_a_bad_configuration_names_every_fault_and_ends_with_2(desk: Desk) -> None:
    desk.file("gongdao.toml", 'name = ""\n[sites.a]\nname = "a"\nzone = "Mars"\n')

    result = desk.run("check")

    assert result.exit_code == 2
    assert "name: " in result.stderr
    assert "sites.a.zone: " in result.stderr


def test_check_names_what_nobody_could_decide_before_and_after_staff(desk: Desk) -> None:
    before = desk.run("check")
    after = desk.with_staff().run("check", lang="zh-Hans")

    assert (before.exit_code, after.exit_code) == (1, 1)
    assert "There are no staff yet" in before.stdout
    assert "还没有连接 Telegram 群" in after.stdout


COMPOSED = """
[[rulebooks]]
composition = "ours"
since = 2025-01-01
settings = { process_fine = 3 }

[compositions.ours]
title = "自己的规定"
grading = "six-grade-incidents"
liability = "incident-compensation"
"""


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_check_names_settings_that_a_composition_does_not_take(desk: Desk, lang: str) -> None:
    config = (desk.folder / "gongdao.toml").read_text(encoding="utf-8")
    desk.file("gongdao.toml", config + COMPOSED)

    result = desk.run("check", lang=lang)

    assert "ours: process_fine = 3" in result.stdout


def test_check_names_the_faults_of_a_composition_with_a_way_out(desk: Desk) -> None:
    config = (desk.folder / "gongdao.toml").read_text(encoding="utf-8")
    desk.file("gongdao.toml", config + COMPOSED.replace("incident-compensation", "logistics-liability"))

    result = desk.run("check")

    assert result.exit_code == 2
    assert "compositions.ours.liability: logistics-liability speaks of the grades minor" in result.stderr
    assert "take grading from logistics-liability too" in result.stderr


def test_check_finds_a_log_that_was_touched(desk: Desk) -> None:
    desk.with_staff()
    untouched = desk.run("check").stdout
    with desk.tampering() as database:
        database.execute("DROP TRIGGER log_forbids_update")
        database.execute("UPDATE log SET act = 'nothing_happened' WHERE seq = 1")

    touched = desk.run("check")

    assert "of the log" not in untouched
    assert touched.exit_code == 1
    assert "Row 1 of the log was changed after it was written" in touched.stdout


def test_a_bad_staff_file_names_every_row_and_takes_nobody(desk: Desk) -> None:
    result = desk.run("staff", "import", desk.file("bad.csv", BAD_STAFF), "--yes")

    assert result.exit_code == 2
    for words in (
        "formula",
        "no site",
        "no such day",
        "no role",
        "nobody is",
        "themself",
        "invisible characters",
    ):
        assert words in result.stderr, words
    assert "nobody was taken" in result.stderr
    assert "There are no staff yet" in desk.run("check").stdout


def test_a_header_fault_and_a_missing_file_are_said(desk: Desk) -> None:
    header = desk.run("staff", "import", desk.file("bad.csv", "工号,薪水\nE1,1\n"))
    missing = desk.run("staff", "import", str(desk.folder / "none.csv"))

    assert (header.exit_code, missing.exit_code) == (2, 2)
    assert "line 1, name" in header.stderr
    assert "cannot be read" in missing.stderr


def test_a_clean_staff_file_shows_its_changes_and_waits_for_a_yes(desk: Desk) -> None:
    file = desk.file("staff.csv", STAFF)

    no = desk.run("staff", "import", file, typed="n\n")
    yes = desk.run("staff", "import", file, typed="y\n")
    again = desk.run("staff", "import", file)

    assert (no.exit_code, yes.exit_code, again.exit_code) == (1, 0, 0)
    assert "+ joins   E2 陈洁 · 总厂 / 品管部" in no.stdout
    assert "Done: 2 joined" in yes.stdout
    assert "nothing changes" in again.stdout


def test_changes_leavers_and_who_is_not_mentioned_are_shown(desk: Desk) -> None:
    desk.with_staff()
    text = "工号,姓名,部门,厂区,离职日期\nE2,陈杰,品管部,总厂,2025-01-31\n"

    result = desk.run("staff", "import", desk.file("next.csv", text), "--yes")

    assert "陈洁 → 陈杰" in result.stdout
    assert "leaves  E2" in result.stdout
    assert "1 known person is not in the file (赵刚 (E1))" in result.stdout


def test_unlinking_says_whom_and_refuses_kindly(desk: Desk) -> None:
    desk.with_staff()

    nobody, unlinked = desk.run("staff", "unlink", "E9"), desk.run("staff", "unlink", "E1")

    assert (nobody.exit_code, unlinked.exit_code) == (1, 1)
    assert "Nobody has the employee number E9" in nobody.stderr
    assert "has no linked account" in unlinked.stderr


def test_run_and_invite_ask_for_a_token(desk: Desk) -> None:
    for words in (("run",), ("staff", "invite", "--all")):
        result = desk.run(*words)
        assert result.exit_code == 1
        assert "no bot token" in result.stderr
    assert desk.run("staff", "invite").exit_code == 2
