"""A world that nobody serves."""

import pytest

from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World


@pytest.fixture
def world() -> World:
    return open_world("123456:soak")
