"""The rulebook in force says what is asked before a complaint is registered, and how its case is numbered."""

from importlib.resources import files
from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.workplace import Workplace, workplace

CUSTOMER = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T08:12:00+08:00"}
COMPLAINT = "客户：宏达机电，水泵 P-300 订单 SO-20871 数量 120，运行两小时后轴封漏水，不良 8 台，要求换货"


async def test_what_the_rulebook_asks_is_asked_across_a_restart_and_its_numbers_count_by_the_month(
    tmp_path: Path,
) -> None:
    async with workplace(tmp_path, under("complaint-handling")) as place:
        sales = await place.joins("王小明", "E06")

        await forwards(place, sales)
        await sales.sees("还缺：交运日期（9(1) 条）", "请写日期")
        await place.restarts_bot()
        await sales.says("2月20日")
        await (await sales.sees("请核对", "交运日期 2月20日", button="修改")).press("修改")
        await (await sales.sees("要改哪一项", button="交运日期")).press("交运日期")
        await sales.says("2月30日")
        await sales.sees("没有“2月30日”这一天")
        await sales.says("2月21日")
        await (await sales.sees("交运日期 2月21日", button="提交")).press("提交")
        await sales.sees("已登记 250301")

        await forwards(place, sales)
        await sales.says("昨天")
        await (await sales.sees("交运日期 3月2日", button="提交")).press("提交")
        await sales.sees("已登记 250302")


def under(rulebook: str) -> str:
    """The sample company's settings with that rulebook at the Suzhou plant."""
    sample = (files("bot.sample") / "gongdao.toml").read_text("utf-8")
    return sample.replace('id = "logistics-liability"', f'id = "{rulebook}"', 1)


async def forwards(place: Workplace, sales: Player) -> None:
    """The customer's words, forwarded, and settled."""
    await sales.forwards(COMPLAINT, origin=CUSTOMER)
    await place.settles()
    await place.sandbox.wind(seconds=3)
