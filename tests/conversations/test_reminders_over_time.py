"""Time is wound: reminders, the morning's list and reports to superiors come as told, each once, and no flood after a stop."""

from importlib.resources import files
from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.test_the_first_reply_clock import registers
from tests.conversations.workplace import Workplace, workplace

OWN = Path(__file__).parents[1] / "demanding.toml"
SHIPPED = 'id = "logistics-liability"'
DUE = "答复客户期限"


async def test_a_deadline_is_reminded_of_explained_and_reported_and_a_stop_ends_in_one_list(
    tmp_path: Path,
) -> None:
    (tmp_path / "ours.toml").write_text(OWN.read_text(encoding="utf-8"), encoding="utf-8")
    sample = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
    async with workplace(tmp_path, sample.replace(SHIPPED, 'file = "ours.toml"', 1)) as place:
        sales = await registers(place)
        above = await place.joins("孙丽", "E02")
        await passes(place, hours=23, minutes=59)
        assert await sales.count_of("到期") == 0

        await passes(place, minutes=1)
        await the_limit_is_told_of_and_explained(sales)
        await passes(place, days=1)
        await sales.sees("待办", DUE, "逾期")
        await above.sees("下属逾期", DUE, "王小明")
        assert await above.count_of("下属逾期") == 2  # of the rulebook's deadline, and of the company's own

        told = await sales.count_of(DUE)
        await place.kills_bot()
        await place.sandbox.wind(days=5)
        await place.starts_bot()
        await place.settles()
        assert await sales.count_of(DUE) == told + 1

        await passes(place, days=3)
        assert await sales.count_of(DUE) == told + 2


async def the_limit_is_told_of_and_explained(sales: Player) -> None:
    reminder = await sales.sees("到期", "250303", DUE, button="为什么")
    await reminder.press("为什么")
    await sales.sees(
        "为什么是这个时间", "3月3日 08:30", "收到投诉", "24 小时", "3月4日 08:30", "事项示范制度"
    )


async def passes(place: Workplace, **span: float) -> None:
    """Wind the clock, and wait for what comes of it."""
    await place.settles()
    await place.sandbox.wind(**span)
    await place.settles()
