"""One clock dates everything, and can be wound, set, held and followed."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.sandbox.clock import SandboxClock
from tests.sandbox.caller import Caller

NOON = datetime(2025, 3, 3, 4, 0, tzinfo=UTC)


class Watch:
    """A real clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


def test_a_running_clock_goes_on_from_where_it_was_set() -> None:
    watch = Watch()
    clock = SandboxClock(real=watch)
    clock.set_to(NOON)
    watch.moment += timedelta(minutes=5)

    assert clock.now() == NOON + timedelta(minutes=5)
    assert clock.now().isoformat() == "2025-03-03T12:05:00+08:00"


def test_a_held_clock_stands_and_a_released_one_goes_on_from_there() -> None:
    watch = Watch()
    clock = SandboxClock(real=watch, frozen_at=NOON)
    watch.moment += timedelta(hours=1)
    assert clock.now() == NOON

    clock.run(True)
    watch.moment += timedelta(minutes=1)
    clock.run(False)
    watch.moment += timedelta(hours=1)

    assert clock.now() == NOON + timedelta(minutes=1)
    assert not clock.is_running


def test_a_restored_clock_goes_on_with_its_offset() -> None:
    watch = Watch()
    clock = SandboxClock(real=watch)
    clock.set_to(NOON)
    other = SandboxClock(real=watch)
    other.restore(clock.snapshot())
    watch.moment += timedelta(hours=2)

    assert other.now() == NOON + timedelta(hours=2)
    assert other.seq == clock.seq


async def test_messages_are_dated_by_the_wound_clock(api: Caller, sandbox: Sandbox, lin: Player) -> None:
    before = await sandbox.now()
    await sandbox.wind(days=1, hours=2)
    await lin.says("a")

    [update] = await api.updates()

    assert update["message"]["date"] == int((before + timedelta(days=1, hours=2)).timestamp())


async def test_the_clock_is_set_held_and_released_over_http(sandbox: Sandbox) -> None:
    assert (await sandbox.set_clock("2025-03-04T08:00:00")).isoformat() == "2025-03-04T08:00:00+08:00"
    await sandbox.lets_time_run()
    assert (await sandbox.state())["clock"]["running"] is True
    await sandbox.lets_time_run(False)
    assert (await sandbox.set_clock(NOON)) == NOON


async def test_who_follows_the_clock_is_told_at_once_when_it_moves(
    url: str, session: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    async with session.get(f"{url}/sandbox/clock") as response:
        known = (await response.json())["seq"]
    following = asyncio.create_task(_follow(session, f"{url}/sandbox/clock?after={known}"))
    await sandbox.state()
    assert not following.done()

    await sandbox.wind(hours=1)

    reading = await following
    assert reading["seq"] == known + 1
    assert reading["now"] == "2025-03-03T09:12:00+08:00"
    stale = await _follow(session, f"{url}/sandbox/clock?after={known}")
    assert stale == reading


async def _follow(session: aiohttp.ClientSession, address: str) -> dict[str, object]:
    async with session.get(address) as response:
        answer: dict[str, object] = await response.json()
        return answer
