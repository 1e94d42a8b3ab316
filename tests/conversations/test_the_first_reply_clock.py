"""The customer's first answer is due a day after receipt: one reminder before, one at the limit, none twice."""

from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.workplace import Workplace, workplace

CUSTOMER = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T08:12:00+08:00"}
COMPLAINT = "水泵 P-300 订单 SO-20871 运行两小时后轴封漏水，8 台，要求换货"


async def test_sales_are_reminded_once_before_and_once_at_the_limit(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        sales = await registers(place)

        await place.sandbox.wind(hours=19, minutes=59)
        await place.settles()
        assert await sales.count_of("首次答复客户（宏达机电）") == 0
        await place.sandbox.wind(minutes=1)
        reminder = await sales.sees("还有 4 小时", "250303", "首次答复客户（宏达机电）")
        await place.settles()
        await place.restarts_bot()
        await reminder.press("为什么是这个时间？")
        await sales.sees("3月3日 08:30", "24 小时", "3月4日 08:30")
        await place.sandbox.wind(hours=4)

        await sales.sees("到期", "250303", "3月4日 08:30")
        await place.settles()
        assert await sales.count_of("还有 4 小时") == 1
        assert await sales.count_of("到期：") == 1


async def test_an_answered_customer_stops_the_clock(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        sales = await registers(place)

        await (await sales.sees("已登记", button="已答复客户", ever=True)).press("已答复客户")
        await place.sandbox.wind(days=2)

        await place.settles()
        assert await sales.count_of("首次答复客户（宏达机电）") + await sales.count_of("逾期") == 0


async def registers(place: Workplace) -> Player:
    """A salesperson with one registered case."""
    sales = await place.joins("王小明", "E06")
    await sales.forwards(COMPLAINT, origin=CUSTOMER)
    await place.settles()
    await place.sandbox.wind(seconds=3)
    await sales.sees("还缺：客户名称")
    await sales.says("宏达机电")
    await (await sales.sees("请核对", button="提交")).press("提交")
    await sales.sees("已登记 250303")
    return sales
