"""One clock rings what is due, once, whatever becomes of it."""

from core.model.roles import Grant, Role
from tests.bot.office import Office


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
