"""One clock rings what is due, once, whatever becomes of it."""

import asyncio
from datetime import datetime, timedelta

from bot.all_routes import all_routes
from bot.signal import Signal
from bot.timers.loop import TimerLoop
from core.actions.duty.open_periodic_duties import CALENDAR, keep_calendar
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.make import NOW

FAR_OFF = "SELECT count(*) FROM timers WHERE kind = 'calendar' AND due_at LIKE '2026%'"
NEAR = "SELECT DISTINCT kind FROM timers WHERE rung_at IS NULL AND due_at LIKE '2025-03-1%' ORDER BY kind"


class WallClock:
    """A machine's clock that somebody sets."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def seconds_until(self, at: datetime) -> float:
        return max(0.0, (at - self.at).total_seconds())

    def passes(self, at: datetime) -> datetime:
        return max(at, self.at)


async def test_what_comes_every_day_comes_again_when_a_clock_that_was_far_ahead_is_set_back(
    office: Office,
) -> None:
    clock, moved = WallClock(), Signal()
    async with office.units.open(NOW) as uow:
        await keep_calendar(uow)
    before = await office.rows("SELECT count(*) FROM timers WHERE kind = 'report'")
    loop = TimerLoop(office.units, all_routes().rings, clock, moved, lambda _uow: None)
    running = asyncio.create_task(loop.run())
    clock.at = NOW + timedelta(days=400)
    moved.ring()
    await office.until(FAR_OFF, (1,))
    clock.at = NOW + timedelta(days=8)
    moved.ring()
    await office.until(NEAR, (CALENDAR,), ("digest",), ("report",))
    loop.stop()
    await running

    assert before == [(2,)]


async def test_a_timer_rings_at_its_time_and_not_before(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/timer good 60")
        await office.until("SELECT count(*) FROM timers", (1,))
        await office.sandbox.wind(minutes=59, seconds=59)
        assert await office.sandbox.is_quiet(milliseconds=100)
        assert await zhang.count_of("rang") == 0

        await office.sandbox.wind(seconds=1)

        await zhang.sees("rang good:1")

    assert await zhang.count_of("rang") == 1


async def test_what_was_due_while_the_bot_was_away_rings_at_its_start(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/timer good 60")
        await office.until("SELECT count(*) FROM timers", (1,))
    await office.sandbox.wind(days=3)

    async with office.open():
        await zhang.sees("rang good:1")


async def test_a_clock_that_runs_by_itself_is_waited_for(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/timer good 1")
        await office.until("SELECT count(*) FROM timers", (1,))
        await office.sandbox.wind(seconds=59.7)
        await office.sandbox.lets_time_run()

        await zhang.sees("rang good:1")


async def test_a_timer_whose_occasion_is_gone_is_over(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/timer vain 0")
        await office.until("SELECT rung_at IS NOT NULL FROM timers", (1,))

    assert await office.rows("SELECT * FROM log WHERE act = 'in_vain'") == []


async def test_a_timer_that_fails_three_times_is_stopped_and_told_and_others_ring(office: Office) -> None:
    zhang = await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    async with office.open():
        await zhang.says("/timer wrong 0")
        await zhang.says("/timer good 0")
        await zhang.sees("rang good:1")
        await admin.sees("定时任务", "wrong", "LookupError")

    assert await office.rows("SELECT count(*) FROM timers WHERE rung_at IS NULL") == [(0,)]
