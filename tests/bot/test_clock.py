"""The sandbox's clock is followed, whatever it does."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import SandboxClock, SystemClock
from bot.signal import Signal
from tests.bot.office import Office
from tests.make import NOW
from tests.patience import PATIENCE


def test_the_system_clock_is_in_utc_and_knows_how_long_is_left() -> None:
    clock = SystemClock()
    before = datetime.now(UTC)
    now = clock.now()

    assert before <= now <= datetime.now(UTC)
    assert clock.seconds_until(now) == 0
    left = clock.seconds_until(now + timedelta(hours=1))
    spent = (datetime.now(UTC) - now).total_seconds()
    assert left is not None
    assert 3600 - spent <= left <= 3600


async def test_a_standing_clock_never_reaches_what_is_ahead(office: Office) -> None:
    clock = SandboxClock(f"{office.url}/sandbox/clock", lambda: None)
    await clock.read()

    assert clock.now() == NOW
    assert clock.seconds_until(NOW) == 0
    assert clock.seconds_until(NOW + timedelta(seconds=1)) is None


async def test_a_running_clock_does(office: Office) -> None:
    await office.sandbox.lets_time_run()
    clock = SandboxClock(f"{office.url}/sandbox/clock", lambda: None)
    await clock.read()

    left = clock.seconds_until(NOW + timedelta(minutes=10))

    assert left is not None
    assert 0 < left <= 600


async def test_a_wound_clock_passes_every_instant_on_its_way_but_none_before_it_was_followed(
    office: Office,
) -> None:
    clock = SandboxClock(f"{office.url}/sandbox/clock", lambda: None)
    before = NOW - timedelta(hours=1)
    assert clock.passes(before) == clock.now()
    await clock.read()
    await office.sandbox.wind(hours=8)
    await clock.read()

    assert clock.passes(NOW + timedelta(hours=3)) == NOW + timedelta(hours=3)
    assert clock.passes(before) == NOW + timedelta(hours=8)
    assert clock.passes(NOW + timedelta(hours=9)) == NOW + timedelta(hours=8)
    assert SystemClock().passes(before) > before


async def test_every_move_is_noticed_also_after_the_sandbox_was_away(office: Office) -> None:
    moved = Signal()
    clock = SandboxClock(f"{office.url}/sandbox/clock", moved.ring)
    following = asyncio.create_task(clock.follow())
    await moved.wait(PATIENCE)

    await office.sandbox.wind(hours=1)
    await moved.wait(PATIENCE)

    assert clock.now() == NOW + timedelta(hours=1)
    following.cancel()
