"""`gongdao health` as a person and a monitor use it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bot.cli.desk import Desk

ALIVE = "INSERT OR REPLACE INTO ticks VALUES ('alive', ?)"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff()


def test_what_is_wrong_is_said_with_what_to_do_and_ends_with_1(desk: Desk) -> None:
    english, chinese = desk.run("health"), desk.run("health", lang="zh-Hans")

    assert (english.exit_code, chinese.exit_code) == (1, 1)
    assert "✗ There is no backup yet. Take one" in english.stdout
    assert "✗ 还没有备份过" in chinese.stdout
    assert len(english.stdout.splitlines()) == len(chinese.stdout.splitlines()) == 13


def test_a_bot_that_is_alive_and_backed_up_ends_with_0_unless_it_is_december(
    desk: Desk, tmp_path: Path
) -> None:
    desk.run("backup", str(tmp_path / "backups"))
    _write(desk, ALIVE, datetime.now(UTC).replace(tzinfo=None).isoformat(" "))

    result = desk.run("health", "--json")

    report = json.loads(result.stdout)
    wrong = {sign["what"] for sign in report["signs"] if sign["level"] == "wrong"}
    assert wrong <= {"calendar", "disk"}
    assert report["well"] == (not wrong) == (result.exit_code == 0)


def test_whether_it_is_alive_can_be_asked_alone(desk: Desk) -> None:
    before = desk.run("health", "--alive")
    _write(desk, ALIVE, datetime.now(UTC).replace(tzinfo=None).isoformat(" "))
    after = desk.run("health", "--alive")

    assert (before.exit_code, after.exit_code) == (1, 0)
    assert len(after.stdout.splitlines()) == 1


def test_whoever_cannot_be_reached_is_named(desk: Desk) -> None:
    _write(desk, "UPDATE persons SET chat_id = 7, is_reachable = 0 WHERE employee_no = ?", "E2")

    assert "! Not to be reached in Telegram: 陈洁" in desk.run("health").stdout


def test_no_database_and_a_damaged_one_are_said(desk: Desk, tmp_path: Path) -> None:
    file = desk.database
    for path in file.parent.glob("*.sqlite3-*"):
        path.unlink()
    file.write_bytes(b"nothing of the kind" * 500)

    damaged, none = desk.run("health"), Desk(tmp_path / "new").run("health")

    assert (damaged.exit_code, none.exit_code) == (1, 1)
    assert "cannot be read" in damaged.stdout
    assert "does not exist" in none.stdout


def test_an_address_for_metrics_that_is_none_is_a_fault_of_the_settings(desk: Desk) -> None:
    file = desk.folder / "gongdao.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('metrics = ""', 'metrics = "9464"'), encoding="utf-8"
    )

    result = desk.run("health")

    assert result.exit_code == 2
    assert "health.metrics: found '9464'; allowed: 127.0.0.1:9464" in result.stderr


def _write(desk: Desk, statement: str, value: str) -> None:
    with desk.tampering() as database:
        database.execute(statement, (value,))
