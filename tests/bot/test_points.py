"""A process can be told where to die; one that is told nothing goes on."""

import asyncio
import signal
import sys

import pytest

from bot.points import DIES_AT

REACHING = (
    "from bot.points import Point, reached; reached(Point.INBOX_COMMIT); reached(Point.BACKUP); print('on')"
)


@pytest.mark.parametrize(
    ("order", "code"),
    [("", 0), ("backup", -signal.SIGKILL), ("backup:1", -signal.SIGKILL), ("backup:2", 0), ("timer_tick", 0)],
)
async def test_the_process_ends_at_the_named_point_and_time(order: str, code: int) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", REACHING, env={DIES_AT: order}, stdout=asyncio.subprocess.DEVNULL
    )

    assert await process.wait() == code
