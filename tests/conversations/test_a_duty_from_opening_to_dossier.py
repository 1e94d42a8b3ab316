"""A duty of the company's own rulebook opens, is filled with fields and a photo over a power cut, and is done."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.pictures import png
from tests.conversations.test_the_first_reply_clock import registers
from tests.conversations.workplace import Workplace, workplace

OWN = Path(__file__).parents[1] / "demanding.toml"
SHIPPED = 'id = "logistics-liability"'
KEPT = "select count(*) from evidence where holder = 'duty' and storing = 'stored'"


async def test_a_duty_opens_takes_fields_and_a_photo_and_shows_in_the_dossier(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OWN.read_text(encoding="utf-8"), encoding="utf-8")
    sample = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
    async with workplace(tmp_path, sample.replace(SHIPPED, 'file = "ours.toml"', 1)) as place:
        await registers(place)
        quality = await place.joins("陈洁", "E07")
        await the_batch_is_told(quality)

        await the_form_is_filled(place, quality)

        await presses(quality, "完成", "☑ 照片：1 张")
        await presses(quality, "事项", "已完成：陈洁")
        await quality.sees("250303", "✅", "整批报告（3 条）")
        await the_calendar_turns(place, quality)
        await place.settles()
    with closing(sqlite3.connect(tmp_path / "company" / "gongdao.sqlite3")) as database:
        assert database.execute(KEPT).fetchone() == (1,)


async def the_batch_is_told(quality: Player) -> None:
    await quality.says("/due")
    await presses(quality, "250303", "等您")
    await presses(quality, "受理", "250303")
    await presses(quality, "🔍 调查", "调查中")
    await presses(quality, "事实", "核算")
    await presses(quality, "整批", "事实")
    await presses(quality, "是", "整批")
    await quality.sees("整批：是")


async def the_form_is_filled(place: Workplace, quality: Player) -> None:
    await quality.says("/due")
    await presses(quality, "整批报告", "整批报告（3 条）", "月报（12 条）")
    await presses(quality, "经过", "经过（未填）")
    for asked, answer in (("经过", "轴封装反"), ("检验数", "１２０"), ("不良数", "8"), ("费用", "1.2万")):
        await quality.sees(asked, "整批报告")
        await quality.says(answer)
    await presses(quality, "是", "已停线")
    await place.restarts_bot()
    await presses(quality, "今天", "计划日期")
    await quality.sees("发现时间")
    await quality.says("8:05")
    await quality.sees("发现人")
    await quality.says("张伟")
    await presses(quality, "张伟", "请选一人")
    await quality.sees("照片", "请发照片")
    await quality.sends_file(png(40), kind="photo", caption="轴封处")
    await presses(quality, "返回事项", "已保存")
    await presses(quality, "方法", "☑ 费用：12,000.00", "☑ 不良率：6.67%")
    await presses(quality, "全检", "请按按钮选择")


async def the_calendar_turns(place: Workplace, quality: Player) -> None:
    await place.sandbox.wind(days=31)
    await place.settles()
    await quality.says("/due")
    listed = await quality.sees("等您", "月报（12 条）")
    assert listed.words.count("月报（12 条）") == 2


async def presses(person: Player, label: str, *words: str) -> None:
    """Find the screen that has these words and a button with that label, and press it."""
    screen = await person.sees(*words, button=label)
    exact = next((shown for shown in screen.labels if shown == label), label)
    await screen.press(exact)
