"""Whatever is being written meanwhile, a backup is one committed state: no half transaction, no file too few."""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from bot.storage.verify_log import verify_log
from tests.bot.backup.company import Company, founded, log_fault
from tests.laws import tried

HEAD = "SELECT hash FROM log ORDER BY seq DESC LIMIT 1"
# each transaction writes a row of the log, a piece of evidence and a number: so many of each, or it was cut in two
COUNTS = "SELECT (SELECT count(*) FROM log), (SELECT count(*) FROM evidence), (SELECT last FROM numbers)"


@tried(8, HealthCheck.function_scoped_fixture)
@given(sizes=st.lists(st.integers(1, 5000), min_size=8, max_size=25), backups=st.integers(1, 4))
def test_a_backup_under_heavy_writing_is_one_committed_state(
    migrated: Path, sizes: Sequence[int], backups: int
) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(_write_and_back_up(Path(folder), migrated, sizes, backups))


async def _write_and_back_up(root: Path, migrated: Path, sizes: Sequence[int], backups: int) -> None:
    company = founded(root, migrated)
    heads: list[str] = [""]
    writing = asyncio.create_task(_write(company, sizes, heads))
    taken = [await asyncio.to_thread(company.backs_up) for _ in range(backups)]
    await writing
    await company.opened.close()

    for each in taken:
        assert each.manifest.head in heads
        assert each.is_clean
        restored = company.restores(each.name)
        assert restored.damaged == ()
        assert await log_fault(company.elsewhere, each.manifest.head if each.manifest.rows else "") is None
        _check_whole(company.elsewhere, each.manifest.rows)
        shutil.rmtree(company.elsewhere.parent)


async def _write(company: Company, sizes: Sequence[int], heads: list[str]) -> None:
    for number, size in enumerate(sizes):
        await company.writes(f"{number} ".encode() * size)
        async with company.opened.reading() as connection:
            heads.append((await connection.exec_driver_sql(HEAD)).scalar_one())
            assert await verify_log(connection) is None


def _check_whole(database: Path, rows: int) -> None:
    with closing(sqlite3.connect(database)) as restored:
        assert restored.execute(COUNTS).fetchone() == (rows, rows, rows or None)
        assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert restored.execute("PRAGMA foreign_key_check").fetchall() == []
