from datetime import timedelta

from bot.clock import SystemClock
from bot.inbox.presence import Presence
from bot.storage.ticks import tick
from core.model.dialogue import Dialogue
from tests.bot.office import Office

HOURS = 3600.0


async def asks(office: Office) -> None:
    async with office.units.open(SystemClock().now()) as uow:
        await uow.dialogues.put(Dialogue(person_id=1, step="customer", asked_at=uow.now))


async def told(office: Office) -> int:
    return len(await office.rows("SELECT 1 FROM log WHERE act = 'absence_told'"))


async def test_a_network_that_was_gone_for_more_than_a_day_is_told_of_once(office: Office) -> None:
    await office.hires("E17")
    await asks(office)
    passed = [0.0]
    presence = Presence(office.units, SystemClock(), lambda _: None, lambda: passed[0])

    for hours in (0, 1, 24, 48.5, 48.6):
        passed[0] = hours * HOURS
        await presence.heard()

    assert await told(office) == 1


async def test_a_bot_that_was_stopped_for_a_day_asks_again_at_its_start_and_a_wound_clock_is_no_absence(
    office: Office,
) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await office.until("SELECT count(*) FROM ticks WHERE name = 'heard'", (1,))
        await asks(office)
        await office.sandbox.wind(days=3)
        assert await office.sandbox.is_quiet(milliseconds=100)
    async with office.units.open(SystemClock().now()) as uow:
        assert await told(office) == 0
        await tick(uow.connection, "heard", await office.sandbox.now() - timedelta(hours=25))

    async with office.open():
        await zhang.says("在吗")
        await zhang.sees("我没有在线", "请再发一次")

    assert await told(office) == 1
