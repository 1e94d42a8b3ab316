"""`gongdao backup` and `gongdao restore` as a person uses them."""

from pathlib import Path

import pytest

from tests.bot.cli.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "company").mkdir()
    return Desk(tmp_path / "company").with_staff()


def test_a_backup_is_put_back_with_the_same_head(desk: Desk, tmp_path: Path) -> None:
    taken = desk.run("backup", str(tmp_path / "backups"))
    (desk.folder / "data").rename(tmp_path / "lost")

    restored = desk.run("restore", str(tmp_path / "backups"))

    assert (taken.exit_code, restored.exit_code) == (0, 0), taken.output + restored.output
    head = taken.stdout.split("Head of the log: ")[1].split()[0]
    assert len(head) == 64
    assert f"Head of the log: {head}" in restored.stdout
    assert "is gone" in restored.stdout
    assert (
        desk.run(
            "staff", "import", desk.file("staff.csv", "工号,姓名,部门,厂区\nE1,赵刚,总经办,总厂\n")
        ).exit_code
        != 2
    )


@pytest.mark.parametrize(("lang", "words"), [("en", "is not empty"), ("zh-Hans", "不是空的")])
def test_restoring_over_a_company_is_refused_in_words(
    desk: Desk, tmp_path: Path, lang: str, words: str
) -> None:
    desk.run("backup", str(tmp_path / "backups"))

    refused = desk.run("restore", str(tmp_path / "backups"), lang=lang)

    assert refused.exit_code == 1
    assert words in refused.stderr


def test_a_database_that_is_none_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    file = desk.database
    for path in file.parent.glob("*.sqlite3-*"):
        path.unlink()
    file.write_bytes(b"no database at all" * 1000)

    refused = desk.run("backup", str(tmp_path / "backups"))

    assert refused.exit_code == 1
    assert "No backup was taken: file is not a database" in refused.stderr


def test_a_log_that_was_cut_ends_the_backup_with_1(desk: Desk, tmp_path: Path) -> None:
    desk.run("backup", str(tmp_path / "backups"))
    with desk.tampering() as database:
        database.execute("DROP TRIGGER log_forbids_delete")
        database.execute("DELETE FROM log")

    cut = desk.run("backup", str(tmp_path / "backups"))

    assert cut.exit_code == 1
    assert "rows were taken away or rewritten" in cut.stderr


def test_the_key_of_wages_is_kept_apart_and_that_is_said_both_ways(desk: Desk, tmp_path: Path) -> None:
    file = desk.database
    key = file.parent / "wages.key"
    key.write_text("secret")
    with desk.tampering() as database:
        database.execute("INSERT INTO wages VALUES (1, 1, 1, 'v1:sealed', '2027-03-03')")

    taken = desk.run("backup", str(tmp_path / "backups"))
    file.parent.rename(tmp_path / "lost")
    restored = desk.run("restore", str(tmp_path / "backups"))

    assert "is not in the backup, on purpose" in taken.stdout
    assert f"Put their key back as {key}" in restored.stdout
    assert not key.exists()
    assert list((tmp_path / "backups").rglob("*.key")) == []


def test_a_bot_does_not_start_on_half_a_restore(desk: Desk) -> None:
    config = desk.folder / "gongdao.toml"
    config.write_text(
        config.read_text(encoding="utf-8").replace('token = ""', 'token = "1:x"'), encoding="utf-8"
    )
    (desk.folder / "data" / "restoring").touch()

    refused = desk.run("run")

    assert refused.exit_code == 1
    assert "was begun and not finished" in refused.stderr
