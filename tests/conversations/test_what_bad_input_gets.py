"""What people really send: each gets a clear, kind answer or is read rightly, and nothing is lost."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sandbox.client_message import SeenMessage
from bot.sandbox.client_person import Player, file_part
from tests.conversations.pictures import png
from tests.conversations.workplace import Workplace, workplace

WANG = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T08:12:00+08:00"}
LIU = {"type": "user", "name": "刘总", "date": "2025-03-03T08:20:00+08:00"}


@dataclass(frozen=True, slots=True)
class Desk:
    """One salesperson at work."""

    place: Workplace
    sales: Player

    async def settled(self) -> None:
        """Let the burst count as complete."""
        await self.place.settles()
        await self.place.sandbox.wind(seconds=3)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with workplace(tmp_path) as place:
        yield Desk(place, await place.joins("王小明", "E06"))


async def test_files_and_texts_out_of_the_ordinary_are_answered_kindly(desk: Desk) -> None:
    sales = desk.sales

    await sales.sends_file(25_000_000, kind="video", name="leak.mp4", caption="漏水视频")
    await sales.sees("leak.mp4", "20 MB", "已记下它的位置")
    await desk.settled()
    await (await sales.sees("已收到 1 段视频", button="取消")).press("取消")
    await sales.sends_file(png(1), kind="sticker", name="smile.webp")
    await sales.sees("贴纸", "不能作为材料保存")
    await sales.says("客" * 5000)
    await desk.settled()
    await (await sales.sees("客客客", "这是关于什么的", button="不用处理")).press("不用处理")
    written = await sales.says("水泵漏水 5 台")
    await sales.edits(written, "水泵漏水 6 台")

    await sales.sees("已收到的原文不会改动")


async def test_two_customers_in_one_burst_become_two_drafts(desk: Desk) -> None:
    sales = desk.sales

    await sales.forwards("订单 SO-1 水泵漏水", origin=WANG)
    await sales.forwards("订单 SO-2 阀门卡住，数量 3", origin=LIU)
    await desk.settled()
    await (await sales.sees("来自 2 个人", button="拆成两件")).press("拆成两件")

    await sales.sees("转发自 王工", "SO-1")
    await sales.sees("转发自 刘总", "SO-2")


async def test_numbers_dates_and_tricks_are_read_rightly_step_by_step(desk: Desk) -> None:
    sales = desk.sales

    await sales.says("/new")
    await (await sales.sees("哪个厂区", button="苏州厂")).press("苏州厂")
    await answers(sales, "=1+1<b>宏达</b>\u202e机电", "哪一家")
    await answers(sales, "水泵", "哪个产品")
    await answers(sales, "2月30日", "哪天发生")
    await answers(sales, "昨天", "没有“2月30日”这一天")
    await answers(sales, "１.２万，不良８", "数量多少")
    await answers(sales, "漏水 <i>严重</i>", "发生了什么")
    await sales.sees("照片和文件")
    await sales.sends_album([file_part(png(1)), file_part(png(2), caption="轴封")])
    await desk.settled()
    await (await sales.sees("已收到 2 张照片", button="完成")).press("完成")
    await (await sales.sees("客户要求什么", button="换货")).press("换货")

    review = await sales.sees("请核对", "=1+1<b>宏达</b>机电", "数量 12000 · 不良 8", "3月2日", "2 张照片")
    assert "\u202e" not in review.text
    assert "漏水 <i>严重</i>" in review.text


async def test_a_loose_text_and_tomorrows_photo_are_asked_about(desk: Desk) -> None:
    sales = desk.sales
    await registers(desk)

    await sales.says("我不同意")
    await desk.settled()
    await (await sales.sees("我不同意", "这是关于什么的", button="不用处理")).press("不用处理")
    await desk.place.sandbox.wind(days=1)
    await sales.sends_file(png(77), kind="photo")
    await desk.settled()
    await (await sales.sees("已收到 1 张照片", button="补充到 250303")).press("补充到 250303")

    await sales.sees("250303", "补充")


async def test_strangers_leavers_and_old_cards_change_nothing(desk: Desk) -> None:
    sales = desk.sales
    review = await reviews(desk)
    stranger = await desk.place.sandbox.add_person("路人", started=True)
    await stranger.says("我要看案件")
    await stranger.sees("只和已邀请的员工对话")

    await review.press("修改")
    await (await sales.sees(button="数量")).press("数量")
    await answers(sales, "200", "数量")
    await sales.sees("请核对", "数量 200")
    assert "草稿已有变化" in await review.press("提交", old=True)
    await desk.place.leaves("E06")
    await sales.says("/cases")

    await sales.sees("工作已经结束")


async def test_a_double_tap_makes_one_acceptance(desk: Desk) -> None:
    first = await desk.place.joins("陈洁", "E07")
    await registers(desk)
    card = await first.sees("250303", button="受理")

    await card.press_and_go("✅ 受理")
    await card.press_and_go("✅ 受理", old=True)

    await desk.sales.sees("250303 已受理，由 陈洁 调查")
    await desk.place.settles()
    assert await desk.sales.count_of("250303 已受理") == 1


async def answers(person: Player, words: str, asked: str) -> None:
    await person.sees(asked)
    await person.says(words)


async def reviews(desk: Desk) -> SeenMessage:
    await desk.sales.forwards("水泵 P-300 订单 SO-20871 运行两小时后轴封漏水 8 台，要求换货", origin=WANG)
    await desk.settled()
    await desk.sales.sees("还缺：客户名称")
    await desk.sales.says("宏达机电")
    return await desk.sales.sees("请核对", button="提交")


async def registers(desk: Desk) -> None:
    await (await reviews(desk)).press("提交")
    await desk.sales.sees("已登记 250303")
