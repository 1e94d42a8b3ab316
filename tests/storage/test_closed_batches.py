"""The database itself keeps a closed batch as it is: only payslips come to it, and once settled nothing does."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from bot.storage.closed_batches import BATCH_STANDS, LINE_STANDS, LOCKS, locking
from bot.storage.engine import Database, open_database
from bot.storage.migrate import migrate
from bot.storage.migrating import downgrade, upgrade
from bot.storage.tables import batch_lines, batches
from bot.storage.triggers import FORBIDDEN, trigger_name
from bot.storage.unit_of_work import UnitsOfWork
from core.model.money import Money
from core.payroll.batch import Batch, BatchLine, BatchState
from tests.make import NOW

LATER = {"state", "version", "reported_at", "settled_by", "settled_at"}
LINE = BatchLine(
    batch_id=1, person_id=17, case_id=1, notice_id=1, clause="5.1", owed=Money(200), amount=Money(100)
)
CLOSED_FOR_GOOD = (
    "DELETE FROM batch_lines WHERE id = 1",
    "DELETE FROM batches WHERE id = 1",
    "UPDATE batches SET state = 'made' WHERE id = 1",
    "UPDATE batches SET month = '2025-05' WHERE id = 1",
    "UPDATE batch_lines SET batch_id = 1 WHERE id = 2",
    (
        "INSERT INTO batch_lines (batch_id, person_id, case_id, notice_id, clause, owed, amount)"
        " VALUES (1, 17, 1, 1, '5.2', 1, 1)"
    ),
    (
        "INSERT OR REPLACE INTO batch_lines (id, batch_id, person_id, case_id, notice_id, clause, owed, amount)"
        " VALUES (1, 2, 17, 1, 1, '5.1', 1, 1)"
    ),
    (
        "INSERT OR REPLACE INTO batches (id, month, number, state, version, file_sha256, prepared_at, head)"
        " VALUES (3, '2025-03', '', 'prepared', 1, 'f', '2025-03-03', '')"
    ),
    *("UPDATE batch_lines SET column = 7 WHERE id = 1".replace("column", column) for column in LINE_STANDS),
    *("UPDATE batches SET column = 7 WHERE id = 1".replace("column", column) for column in BATCH_STANDS),
)


@pytest.fixture
async def march(units: UnitsOfWork) -> UnitsOfWork:
    """The batch of March is closed and has a line; that of April is only prepared, and has one, too."""
    async with units.open(NOW) as uow:
        for month in ("2025-03", "2025-04"):
            batch = await uow.batches.add(Batch(month=month, file_sha256="f", prepared_at=NOW))
            await uow.batch_lines.add(replace(LINE, batch_id=batch.id))
        await uow.batches.put(replace(await uow.batches.get(1), state=BatchState.CLOSED, head="h"))
    return units


async def does(database: Database, statement: str) -> None:
    async with database.writing() as connection:
        await connection.execute(text(statement))


@pytest.mark.parametrize("statement", CLOSED_FOR_GOOD)
@pytest.mark.parametrize("state", ["closed", "settled"])
async def test_a_closed_batch_and_its_lines_cannot_be_touched(
    march: UnitsOfWork, state: str, statement: str
) -> None:
    async with march.open(NOW) as uow:
        await uow.batches.put(replace(await uow.batches.get(1), state=BatchState(state)))

    with pytest.raises(IntegrityError, match="a closed batch is never changed"):
        await does(march.database, statement)


async def test_the_payslips_come_to_a_closed_batch_and_no_more_once_they_are_booked(
    march: UnitsOfWork,
) -> None:
    async with march.open(NOW) as uow:
        line, batch = await uow.batch_lines.get(1), await uow.batches.get(1)
        await uow.batch_lines.put(replace(line, withheld=Money(90)))
        await uow.batches.put(replace(batch, reported_at=NOW, version=2))
        await uow.batches.put(replace(batch, state=BatchState.SETTLED, settled_by=6, settled_at=NOW))

    for statement in ("UPDATE batch_lines SET withheld = 100", "UPDATE batches SET version = 9 WHERE id = 1"):
        with pytest.raises(IntegrityError, match="a closed batch is never changed"):
            await does(march.database, statement)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE batch_lines SET amount = 1 WHERE id = 2", "DELETE FROM batch_lines WHERE id = 2"],
)
async def test_a_batch_that_is_not_closed_is_made_anew_as_often_as_need_be(
    march: UnitsOfWork, statement: str
) -> None:
    async with march.open(NOW) as uow:
        before = await uow.batch_lines.where(id=2)

    await does(march.database, statement)

    async with march.open(NOW) as uow:
        assert await uow.batch_lines.where(id=2) != before


def test_every_column_of_a_line_and_a_batch_is_either_locked_or_comes_later() -> None:
    assert {column.name for column in batch_lines.columns} == {*LINE_STANDS, "withheld"}
    assert {column.name for column in batches.columns} == {*BATCH_STANDS, *LATER}


async def test_no_migration_loses_a_trigger(tmp_path_factory: pytest.TempPathFactory) -> None:
    database = open_database(tmp_path_factory.mktemp("steps") / "new.sqlite3")
    await migrate(database)
    async with database.writing() as connection:
        every = await connection.run_sync(_triggers)
        await connection.run_sync(downgrade, "base")
        before: set[str] = set()
        while before != every:
            await connection.run_sync(upgrade, "+1")
            after = await connection.run_sync(_triggers)
            assert before <= after
            before = after
    await database.close()

    declared = {trigger_name(table, act) for table, act in FORBIDDEN} | {lock.name for lock in LOCKS}
    assert every == declared


def _triggers(connection: Connection) -> set[str]:
    return set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars())


def test_what_rebuilds_one_table_runs_its_own_triggers_again() -> None:
    assert len(list(locking("batches"))) == len([lock for lock in LOCKS if lock.table == "batches"])
