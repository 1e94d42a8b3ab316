"""A migrated database for each test, copied from one that is migrated once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.engine import Database, open_database
from bot.storage.unit_of_work import UnitsOfWork
from tests.storage.opening import units_on


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "test.sqlite3"
    shutil.copy(migrated, path)
    opened = open_database(path)
    yield opened
    await opened.close()


@pytest.fixture
def units(database: Database) -> UnitsOfWork:
    return units_on(database)
