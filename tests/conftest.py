"""What all tests stand on: laws without a clock, and a database that is migrated once and copied."""

from pathlib import Path

import pytest

from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from tests.laws import load_proof

load_proof()


@pytest.fixture(scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "first.sqlite3"
    database = open_database(path)
    await migrate(database)
    await database.close()
    return path
