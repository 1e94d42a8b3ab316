"""The database loses no write, begins at once, and undoes whole."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.storage.engine import Database, open_database


async def test_every_connection_is_durable_and_checks_references(database: Database) -> None:
    async with database.reading() as connection:
        answers = [
            (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        ]

    assert answers == ["wal", 2, 10_000, 1]


async def test_a_write_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(LookupError):
        await _insert(database, fault=LookupError())

    assert await _numbers(database) == []


async def test_a_hundred_counts_at_once_by_two_processes_lose_none(
    database: Database, tmp_path: Path
) -> None:
    other = open_database(tmp_path / "test.sqlite3")
    async with database.writing() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES ('cases', 0)"))

    await asyncio.gather(*(_count(each) for each in (database, other) for _ in range(50)))

    assert await _numbers(database) == [("cases", 100)]
    await other.close()


async def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    async with database.reading() as reading:
        before = (await reading.execute(text("SELECT count(*) FROM numbers"))).scalar_one()
        async with database.writing() as connection:
            await connection.execute(text("INSERT INTO numbers VALUES ('cases', 1)"))
        after = (await reading.execute(text("SELECT count(*) FROM numbers"))).scalar_one()

    assert (before, after) == (0, 0)


async def test_the_loop_goes_on_while_another_process_holds_the_lock(
    database: Database, tmp_path: Path
) -> None:
    other = open_database(tmp_path / "test.sqlite3")
    async with other.writing():
        waiting = asyncio.create_task(_insert(database))
        await asyncio.sleep(0)
        assert not waiting.done()
    await waiting

    assert await _numbers(database) == [("cases", 1)]
    await other.close()


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    missing = open_database(tmp_path / "missing" / "x.sqlite3")

    with pytest.raises(OperationalError, match="unable to open"):
        async with missing.reading():
            pass

    await missing.close()


async def _count(database: Database) -> None:
    async with database.writing() as connection:
        last = (await connection.execute(text("SELECT last FROM numbers"))).scalar_one()
        await connection.execute(text("UPDATE numbers SET last = :next"), {"next": last + 1})


async def _insert(database: Database, fault: Exception | None = None) -> None:
    async with database.writing() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES ('cases', 1)"))
        if fault:
            raise fault


async def _numbers(database: Database) -> list[tuple[str, int]]:
    async with database.reading() as connection:
        return [tuple(row) for row in await connection.execute(text("SELECT name, last FROM numbers"))]
