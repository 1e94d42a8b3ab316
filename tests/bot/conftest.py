"""An office: a sandbox, a database, and a bot over both that answers a few probing words."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.client import playing
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.storage.engine import open_database
from tests.bot.office import TOKEN, Office
from tests.make import NOW
from tests.storage.opening import units_on


@pytest.fixture
async def office(migrated: Path, tmp_path: Path) -> AsyncIterator[Office]:
    database = open_database(Path(shutil.copy(migrated, tmp_path / "test.sqlite3")))
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=NOW))
    async with running(world) as url, playing(url) as sandbox:
        yield Office(sandbox=sandbox, url=url, units=units_on(database), folder=tmp_path)
    await database.close()
