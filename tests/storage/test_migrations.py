"""Migrations lead to exactly the tables that the code declares, there and back, and the triggers bite."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from bot.storage import migrations
from bot.storage.all_tables import metadata
from bot.storage.closed_batches import LOCKS
from bot.storage.engine import Database, open_database
from bot.storage.migrate import migrate, revisions
from bot.storage.migrating import configuration, downgrade, upgrade
from bot.storage.triggers import FORBIDDEN, creating, trigger_name
from bot.trouble import DatabaseIsNewer

FILL = (
    "INSERT INTO log VALUES (1, '2025-03-03', 'said', NULL, NULL, '{}', '', '', 'x')",
    "INSERT INTO log_words VALUES (1, 's', '{}')",
    (
        "INSERT INTO figures (id, case_id, version, request, answer, sha256, put_by, put_at, grade)"
        " VALUES (1, 1, 1, '{}', '{}', 'x', 1, '2025-03-03', '')"
    ),
    (
        "INSERT INTO ledger VALUES (1, 1, 'charged', 'fund', 'f', NULL, 1, '5.1', 1, 1, 1, 'r', 'e', '', '',"
        " NULL, NULL, NULL, '2025-03-03', '', 'x')"
    ),
)
TOUCH = {"UPDATE": "UPDATE {} SET {} = 'y'", "DELETE": "DELETE FROM {}"}
COLUMN = {"log": "act", "log_words": "words", "figures": "answer", "ledger": "clause"}


async def test_the_newest_migration_is_what_the_code_declares(database: Database) -> None:
    async with database.writing() as connection:
        differences = await connection.run_sync(_differences)

    assert differences == []


async def test_migrating_again_changes_nothing(database: Database) -> None:
    await migrate(database)

    async with database.writing() as connection:
        assert await connection.run_sync(_differences) == []


async def test_the_numbers_of_the_files_are_the_revisions_and_the_highest_is_the_newest(
    database: Database,
) -> None:
    folder = str(Path(migrations.__file__).parent)

    async with database.writing() as connection:
        scripts = ScriptDirectory.from_config(await connection.run_sync(configuration, folder))

    assert set(revisions()) == {script.revision for script in scripts.walk_revisions()}
    assert revisions()[-1] == scripts.get_current_head()


async def test_every_migration_can_be_taken_back_and_applied_again(tmp_path: Path) -> None:
    database = open_database(tmp_path / "new.sqlite3")
    await migrate(database)

    async with database.writing() as connection:
        await connection.run_sync(downgrade, "base")
        left = await connection.run_sync(lambda there: inspect(there).get_table_names())
        await connection.run_sync(upgrade)
        differences = await connection.run_sync(_differences)

    assert left == ["alembic_version"]
    assert differences == []
    await database.close()


async def test_a_database_of_a_newer_program_is_left_alone(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseIsNewer, match="9999"):
        await migrate(database)


@pytest.mark.parametrize(("table", "act"), FORBIDDEN)
async def test_what_is_append_only_cannot_be_touched(database: Database, table: str, act: str) -> None:
    async with database.writing() as connection:
        for statement in FILL:
            await connection.execute(text(statement))

    with pytest.raises(IntegrityError, match=f"{table} is append-only"):
        async with database.writing() as connection:
            await connection.execute(text(TOUCH[act].format(table, COLUMN[table])))


async def test_the_words_beside_the_log_can_be_erased(database: Database) -> None:
    async with database.writing() as connection:
        for statement in FILL:
            await connection.execute(text(statement))
        await connection.execute(text("DELETE FROM log_words"))
        left = await connection.execute(text("SELECT COUNT(*) FROM log_words"))

    assert left.scalar() == 0


async def test_every_trigger_that_is_declared_is_there(database: Database) -> None:
    async with database.reading() as connection:
        found = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))

    declared = {trigger_name(table, act) for table, act in FORBIDDEN} | {lock.name for lock in LOCKS}
    assert set(found.scalars()) == declared
    assert len(list(creating())) == len(FORBIDDEN)


def _differences(connection: Connection) -> list[object]:
    opts = {"compare_type": True, "include_name": _is_ours}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index, and what SQLite keeps behind it, is no table of nouns."""
    return not (kind == "table" and (name or "").startswith("case_index"))


async def test_figures_that_were_put_before_sums_were_kept_get_theirs(tmp_path: Path) -> None:
    database = open_database(tmp_path / "old.sqlite3")
    await migrate(database, "0022")
    answer = (
        '{"people": [{"amount": {"fen": 87600}}], "grade": {"id": "minor"}, "direct_loss": {"fen": 100000},'
        ' "company_bears": null}'
    )
    async with database.writing() as connection:
        await connection.execute(
            text("INSERT INTO figures VALUES (1, 1, 1, '{}', :answer, 'x', 1, '2025-03-03')"),
            {"answer": answer},
        )

    await migrate(database)

    async with database.reading() as connection:
        sums = await connection.execute(text("SELECT grade, direct_loss, charged, borne FROM figures"))
        assert sums.all() == [("minor", 100000, 87600, None)]
    with pytest.raises(IntegrityError, match="append-only"):
        async with database.writing() as connection:
            await connection.execute(text("UPDATE figures SET answer = 'y'"))
    await database.close()
