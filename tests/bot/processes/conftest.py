from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.client import playing
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from tests.bot.processes.running_bot import TOKEN, Machine, machine
from tests.make import NOW


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Machine]:
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=NOW))
    async with running(world) as url, playing(url) as sandbox:
        yield machine(tmp_path, url, sandbox)
