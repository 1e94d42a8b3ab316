"""A sandbox on a free port, people to play, and a bare caller of the Bot API."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.sandbox.client import Sandbox, playing
from bot.sandbox.client_person import Player
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World
from tests.sandbox.caller import TOKEN, Caller

MORNING = datetime(2025, 3, 3, 0, 12, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return open_world(TOKEN, clock=SandboxClock(frozen_at=MORNING))


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    async with running(world) as address:
        yield address


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def api(url: str, session: aiohttp.ClientSession) -> Caller:
    return Caller(session, url)


@pytest.fixture
async def sandbox(url: str) -> AsyncIterator[Sandbox]:
    async with playing(url) as played:
        yield played


@pytest.fixture
async def lin(sandbox: Sandbox, api: Caller) -> Player:
    person = await sandbox.add_person(
        "林", last_name="晓", username="lin_xiao", note="销售 · 苏州厂", started=True
    )
    await api.updates()
    assert await api.updates() == []
    return person
