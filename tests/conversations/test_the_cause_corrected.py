"""A pump leaks; its cause is found, corrected, verified; six weeks later it leaks again, and the question is open anew."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.pictures import png
from tests.conversations.test_the_first_reply_clock import COMPLAINT, CUSTOMER, registers
from tests.conversations.test_the_whole_story import picks, says
from tests.conversations.workplace import Workplace, workplace

KEPT = """
    select (select group_concat(stage) from (select stage from cases order by id)),
        (select group_concat(round) from (select round from corrective_plans order by id)),
        (select group_concat(kind) from case_links),
        (select count(*) from evidence where holder = 'duty' and storing = 'stored'),
        (select count(*) from evidence where holder = 'paper' and name = '250303-8D 报告.pdf')
"""
FIT = "轴封装配改用定位工装"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who reports, who finds the cause, who corrects it, who approves."""

    sales: Player
    quality: Player
    supervisor: Player
    boss: Player


async def test_a_cause_is_corrected_and_opened_anew_when_the_fault_comes_back(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        sales = await registers(place)
        quality, supervisor, boss = await place.all_join([("陈洁", "E07"), ("李强", "E04"), ("赵刚", "E01")])
        team = Team(sales=sales, quality=quality, supervisor=supervisor, boss=boss)

        await the_cause_is_found_and_nobody_charged(team, "250303")
        await why_is_asked_down_to_the_root(place, team)
        await an_action_is_agreed_on(team)
        await it_is_done_with_a_photo_and_verified_by_another(place, team)
        await its_effect_is_checked_before_the_case_closes(team)
        await six_weeks_later_the_same_pump_leaks(place, team)
        await the_question_is_open_anew(team)
        await place.settles()
    with closing(sqlite3.connect(tmp_path / "company" / "gongdao.sqlite3")) as database:
        kept = database.execute(KEPT).fetchone()
    assert kept == ("decided,investigating", "1,2", "recurrence", 1, 1)


async def the_cause_is_found_and_nobody_charged(team: Team, number: str) -> None:
    quality = team.quality
    await the_cause_is_named(quality, number)
    await picks(quality, "更多", "轴封装反")
    await picks(quality, "不追究", number)
    await picks(quality, "公司", "谁")
    await says(quality, "工装设计问题，不追究个人", number)
    await picks(team.boss, "批准", "不追究个人", ever=True)
    await quality.sees(number, "已决定：不追究个人")


async def the_cause_is_named(quality: Player, number: str) -> None:
    await says(quality, "/due")
    await picks(quality, number, "等您")
    await picks(quality, "受理", number)
    await picks(quality, "🔍 调查", "调查中")
    await picks(quality, "原因", "核算")
    await picks(quality, "工作疏忽", number)
    await says(quality, "轴封装反", "用一两句话写")


async def why_is_asked_down_to_the_root(place: Workplace, team: Team) -> None:
    quality = team.quality
    await opens_eight_d(quality)
    await picks(quality, "D4", "还缺 D3、D5、D6、D7、D8", "☑ D4 根本原因：工作疏忽、错单，轴封装反（人员）")
    await says(quality, "装配时看不清方向", "为什么会这样")
    await place.restarts_bot()
    await says(quality, "没有防错工装", "为什么 1：装配时看不清方向")
    await picks(quality, "法", "为什么 2：没有防错工装")
    await picks(quality, "返回", "统计分类：方法")


async def an_action_is_agreed_on(team: Team) -> None:
    quality = team.quality
    await picks(quality, "D5", "（方法）；根本原因：没有防错工装")
    await picks(quality, "＋ 纠正措施", "针对根本原因")
    await says(quality, FIT, "新的纠正措施")
    await says(quality, "以后再定", "谁来做")
    await quality.sees("没有找到")
    await says(quality, "李强")
    await picks(quality, "李强", "找到 1 人")
    await says(quality, "3月1日", "哪天以前做完")
    await quality.sees("3月1日已经过去了")
    await says(quality, "3月10日")
    await quality.sees(f"· {FIT} · 李强 · 3月10日 24:00 前")


async def it_is_done_with_a_photo_and_verified_by_another(place: Workplace, team: Team) -> None:
    doer, quality = team.supervisor, team.quality
    await picks(quality, "D5", f"· {FIT} · 李强", ever=True)
    await picks(quality, FIT, FIT)
    await picks(quality, "换验证人", "李强 完成，陈洁 验证")
    await says(quality, "李强", "由谁验证？不能是执行人")
    refused = await picks(quality, "李强", "请选一人")
    assert "李强 是这项措施的执行人，不能自己验证" in refused
    await picks(doer, FIT, "陈洁 定下由您完成", ever=True)
    assert "还缺材料" in await picks(doer, "完成", "李强 完成，陈洁 验证")
    await picks(doer, "添加材料", "李强 完成，陈洁 验证", ever=True)
    await doer.sees("本事项要求材料")
    await doer.sends_file(png(60), kind="photo", caption="定位工装已上线")
    await picks(doer, "返回事项", "已保存")
    await place.restarts_bot()
    assert "等另一人确认" in await picks(doer, "完成", "📎 材料 1 件")
    await picks(quality, FIT, "李强 已完成，请您验证", ever=True)
    await picks(quality, "退回", "等另一人确认")
    await says(quality, "请补首件记录", "为什么退回")
    await picks(doer, FIT, "验证后退回：请补首件记录", ever=True)
    await picks(doer, "完成", "📎 材料 1 件")
    await says(quality, "/due")
    await picks(quality, FIT, "请确认")
    assert "已完成" in await picks(quality, "确认", "等另一人确认")


async def its_effect_is_checked_before_the_case_closes(team: Team) -> None:
    quality = team.quality
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "关闭案件", "已决定")
    await picks(quality, "8D", "还不能关闭", "措施的效果还没有验证")
    await picks(quality, "D6", "措施已验证 1/1 项")
    await picks(quality, "效果已达到", "效果还没有人确认")
    await says(quality, "三批 120 台零泄漏", "怎么查的")
    await picks(quality, "8D 报告", "☑ D6 效果验证：三批 120 台零泄漏")
    await quality.sees("250303-8D 报告.pdf")
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "关闭案件", "已决定")
    await picks(quality, "关闭案件", "可以关闭")
    await quality.sees("已关闭")


async def six_weeks_later_the_same_pump_leaks(place: Workplace, team: Team) -> None:
    await place.settles()
    await place.sandbox.wind(days=42)
    sales = team.sales
    await sales.forwards(COMPLAINT.replace("20871", "30112"), origin=CUSTOMER)
    await place.settles()
    await place.sandbox.wind(seconds=3)
    await sales.sees("还缺：客户名称")
    await sales.says("宏达机电")
    await picks(sales, "提交", "请核对")
    await sales.sees("已登记 250414")
    await the_cause_is_named(team.quality, "250414")


async def the_question_is_open_anew(team: Team) -> None:
    quality = team.quality
    card = await quality.sees("是不是复发", "250303", "250414", button="复发：重开")
    await card.press("复发：重开")
    await picks(quality, "8D", "陈洁 认定 250414 是它的复发", "第 2 轮")
    await quality.sees("第 2 轮，问题重现", "还缺 D3、D4、D5、D6、D7、D8")
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "关闭案件", "已决定")
    await quality.sees("还不能关闭", "问题重现")


async def opens_eight_d(person: Player) -> None:
    """Open the steps of the case from the list of cases."""
    await says(person, "/cases")
    await picks(person, "250303", "案件")
    await picks(person, "8D", "250303")
