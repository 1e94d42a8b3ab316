"""A quarter on the real database: what is stored gives the same balances by itself, and nothing in it is out of place."""

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from bot.evidence.beside import EVIDENCE
from bot.evidence.folder import EvidenceFolder
from bot.evidence.verifying import faults_in_evidence
from bot.storage.engine import open_database
from bot.storage.verify_ledger import faults_in_ledger
from bot.storage.verify_log import faults_in_log
from tests.year.company import founded
from tests.year.stored import stored
from tests.year.tracing import from_the_ledger
from tests.year.year import Year

MONTHS: Final = (1, 2, 3)
A_MONTH: Final = 9


@pytest.fixture(scope="module")
async def quarter(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarter")
    path = folder / "gongdao.sqlite3"
    shutil.copy(migrated, path)
    async with stored(path) as uow:
        await Year(uow, folder, a_month=A_MONTH).is_played(MONTHS)
    return path


def _rows(path: Path, asked: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(asked).fetchall()


def _from_the_log(path: Path) -> Counter[tuple[str, str, int | None]]:
    """The balances by nothing but what the stored log says was booked."""
    found: Counter[tuple[str, str, int | None]] = Counter()
    for (facts,) in _rows(path, "SELECT facts FROM log WHERE act = 'booked'"):
        for account, fund, person_id, fen in json.loads(facts)["entries"]:
            found[account, fund, person_id] += fen
    return Counter({key: fen for key, fen in found.items() if fen})


def _from_the_ledger(path: Path) -> Counter[tuple[str, str, int | None]]:
    summed = (
        "SELECT account, fund, person_id, SUM(amount) FROM ledger GROUP BY 1, 2, 3 HAVING SUM(amount) != 0"
    )
    return Counter({(account, fund, person): fen for account, fund, person, fen in _rows(path, summed)})


async def test_the_quarter_had_everything_in_it(quarter: Path) -> None:
    assert _rows(quarter, "SELECT COUNT(*) FROM cases") == [(len(MONTHS) * A_MONTH,)]
    assert _rows(quarter, "SELECT DISTINCT state FROM batches") == [("settled",)]
    occasions = {one for (one,) in _rows(quarter, "SELECT DISTINCT occasion FROM ledger")}
    assert occasions >= {"charged", "withheld", "reversed", "adjusted", "paid_back"}
    assert len(_rows(quarter, "SELECT id FROM appeals WHERE state = 'decided'")) == len(MONTHS) - 1


async def test_the_stored_log_alone_gives_the_balances_of_the_stored_ledger(quarter: Path) -> None:
    assert _from_the_log(quarter) == _from_the_ledger(quarter)
    assert _rows(quarter, "SELECT SUM(amount) FROM ledger") == [(0,)]
    assert _rows(quarter, "SELECT posting FROM ledger GROUP BY posting HAVING SUM(amount) != 0") == []


async def test_stored_or_in_memory_the_same_presses_come_to_the_same_balances(
    quarter: Path, tmp_path: Path
) -> None:
    uow = await founded()
    await Year(uow, tmp_path, a_month=A_MONTH).is_played(MONTHS)

    assert from_the_ledger(uow) == _from_the_ledger(quarter)


async def test_a_closed_batch_carries_a_head_that_the_ledger_has(quarter: Path) -> None:
    heads = {one for (one,) in _rows(quarter, "SELECT hash FROM ledger")}

    assert {one for (one,) in _rows(quarter, "SELECT head FROM batches")} <= heads


async def test_audit_finds_nothing_out_of_place(quarter: Path) -> None:
    database = open_database(quarter)
    folder = EvidenceFolder(quarter.parent / EVIDENCE)
    async with database.reading() as connection:
        faults: list[object] = [one async for one in faults_in_log(connection)]
        faults += [one async for one in faults_in_ledger(connection)]
        faults += [one async for one in faults_in_evidence(connection, folder)]
    await database.close()

    assert faults == []
