from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from tests.bot.backup.company import Company, founded


@pytest.fixture(scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "first.sqlite3"
    database = open_database(path)
    await migrate(database)
    await database.close()
    return path


@pytest.fixture
async def company(migrated: Path, tmp_path: Path) -> AsyncIterator[Company]:
    company = founded(tmp_path, migrated)
    yield company
    await company.opened.close()
