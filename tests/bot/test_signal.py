"""A bell that is never missed."""

import asyncio

from bot.signal import Signal
from tests.patience import PATIENCE


async def test_ringing_before_anybody_listens_is_kept() -> None:
    bell = Signal()
    bell.ring()
    bell.ring()

    async with asyncio.timeout(PATIENCE):
        await bell.wait()


async def test_several_rings_count_as_one() -> None:
    bell = Signal()
    bell.ring()
    bell.ring()
    await bell.wait()

    waiting = asyncio.create_task(bell.wait())
    await asyncio.sleep(0)
    assert not waiting.done()

    bell.ring()
    async with asyncio.timeout(PATIENCE):
        await waiting


async def test_waiting_ends_by_itself_if_a_time_was_given() -> None:
    async with asyncio.timeout(PATIENCE):
        await Signal().wait(0.01)
