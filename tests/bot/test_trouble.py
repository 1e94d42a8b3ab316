"""Faults of the machine are told apart, however deep they are wrapped; what a handler did wrong is none."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.attempt import attempt
from bot.cli.shell import Shell
from bot.cli.troubles import TroublesSaid
from bot.storage.engine import Database, open_database
from bot.trouble import DatabaseIsNewer, Trouble, trouble_in


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.DISK_FULL),
        (errno.EDQUOT, Trouble.DISK_FULL),
        (errno.EFBIG, Trouble.DISK_FULL),
        (errno.EIO, Trouble.DISK_BROKEN),
        (errno.EROFS, Trouble.DISK_BROKEN),
        (errno.ECONNREFUSED, None),
    ],
)
def test_a_fault_of_the_system_is_known_by_its_number(number: int, trouble: Trouble | None) -> None:
    assert trouble_in(OSError(number, "said")) is trouble


def test_a_trouble_is_found_within_groups_and_behind_what_came_of_it() -> None:
    full = OSError(errno.ENOSPC, "full")
    after = LookupError()
    after.__context__ = full
    full.__context__ = after

    assert (
        trouble_in(ExceptionGroup("loops", [ValueError(), ExceptionGroup("more", [after])]))
        is Trouble.DISK_FULL
    )
    assert trouble_in(ExceptionGroup("loops", [ValueError()])) is None


async def test_a_database_that_may_not_grow_is_full_and_one_held_by_another_is_locked(tmp_path: Path) -> None:
    database = open_database(tmp_path / "small.sqlite3", busy_ms=20)
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE things (thing BLOB)"))

    with pytest.raises(OperationalError) as full:
        await _fill(database)
    with closing(sqlite3.connect(tmp_path / "small.sqlite3")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as locked:
            await _fill(database)
    await database.close()

    assert trouble_in(full.value) is Trouble.DISK_FULL
    assert trouble_in(locked.value) is Trouble.DATABASE_LOCKED


async def test_an_update_is_not_blamed_for_a_full_disk() -> None:
    async def writing() -> None:
        raise OSError(errno.ENOSPC, "full")

    async def mistaken() -> None:
        raise ValueError("mine")

    assert await attempt(mistaken(), "update 1") == "ValueError('mine')"
    with pytest.raises(OSError, match="full"):
        await attempt(writing(), "update 2")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("trouble", list(Trouble))
def test_a_command_ends_with_words_and_a_code_of_its_own(
    trouble: Trouble, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = {Trouble.DISK_FULL: errno.ENOSPC, Trouble.DISK_BROKEN: errno.EIO}
    fault: Exception = OSError(numbers.get(trouble, 0), "said")
    if trouble is Trouble.DATABASE_LOCKED:
        fault = sqlite3.OperationalError("database is locked")
        fault.sqlite_errorcode = sqlite3.SQLITE_BUSY
    if trouble is Trouble.DATABASE_NEWER:
        fault = DatabaseIsNewer("9999")
    shell = Shell.of(Path("gongdao.toml"), language)

    with pytest.raises(SystemExit) as ended, TroublesSaid(lambda: shell):
        raise fault

    assert ended.value.code == trouble.value
    assert capsys.readouterr().err == shell.words.line(f"trouble_{trouble.name.lower()}") + "\n"


def test_another_fault_goes_on_as_it_was() -> None:
    shell = Shell.of(Path("gongdao.toml"), "en")

    with pytest.raises(ValueError, match="mine"), TroublesSaid(lambda: shell):
        raise ValueError("mine")


async def _fill(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("PRAGMA max_page_count=3"))
        await connection.execute(text("INSERT INTO things VALUES (zeroblob(100000))"))
