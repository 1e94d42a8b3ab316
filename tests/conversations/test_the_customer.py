"""A pump is complained of, contained, argued over, repaired and paid for; the customer is satisfied, then not."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.sandbox.client_person import Player, file_part
from tests.conversations.pictures import png
from tests.conversations.test_the_first_reply_clock import registers
from tests.conversations.test_the_whole_story import picks, says
from tests.conversations.workplace import Workplace, workplace

OWN = Path(__file__).parents[1] / "remedies.toml"
SHIPPED = 'id = "logistics-liability"'
KEPT = """
    select (select count(*) from evidence where holder = 'round'),
        (select count(*) from evidence where holder = 'undertaking'),
        (select group_concat(outcome) from rounds),
        (select group_concat(answer) from surveys)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who deals with the customer, and who signs."""

    sales: Player
    quality: Player
    head: Player
    finance: Player
    boss: Player


async def test_a_customer_is_put_right_from_the_first_word_to_the_last(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OWN.read_text(encoding="utf-8"), encoding="utf-8")
    sample = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
    async with workplace(tmp_path, sample.replace(SHIPPED, 'file = "ours.toml"', 1)) as place:
        sales = await registers(place)
        others = [("陈洁", "E07"), ("吴琳", "E02"), ("何静", "E08"), ("赵刚", "E01")]
        quality, head, finance, boss = await place.all_join(others)
        team = Team(sales=sales, quality=quality, head=head, finance=finance, boss=boss)

        await harm_is_contained_and_the_customer_told(team)
        await a_repair_is_planned_and_signed_for(place, team)
        await the_customer_argues_and_a_better_offer_is_agreed_to(place, team)
        await what_was_agreed_is_carried_out(team)
        await nobody_is_charged_and_the_case_waits_for_the_customer(team)
        await the_customer_is_asked_and_satisfied(place, team)
        await six_weeks_later_it_leaks_again(place, team)
        await place.settles()
    with closing(sqlite3.connect(tmp_path / "company" / "gongdao.sqlite3")) as database:
        assert database.execute(KEPT).fetchone() == (3, 3, "refused,agreed", "satisfied,dissatisfied")


async def harm_is_contained_and_the_customer_told(team: Team) -> None:
    quality, sales = team.quality, team.sales
    await says(quality, "/due")
    await picks(quality, "250303", "等您")
    await picks(quality, "受理", "250303")
    await opens(quality)
    await picks(quality, "更多", "还没有补救方案")
    await picks(quality, "应急措施", "还没有记录")
    await says(quality, "停发 P-300 库存，在途 40 台拦回", "应急措施：做了什么")
    await picks(quality, "现在", "什么时候做的")
    await picks(quality, "更多", "停发 P-300")
    await picks(quality, "临时方案", "停发 P-300")
    await says(quality, "先借 2 台备用泵", "临时方案：做了什么")
    await says(quality, "8:05", "什么时候做的")
    await opens(sales)
    await picks(sales, "给客户的话", "先借 2 台备用泵")
    await picks(sales, "处理进展", "现在最合适的排在第一个")
    await picks(sales, "改用英文", "宏达机电，您好", "先借 2 台备用泵", "防止同类产品再发出")
    await sales.sees("Dear 宏达机电", "reference 250303")


async def a_repair_is_planned_and_signed_for(place: Workplace, team: Team) -> None:
    quality = team.quality
    await picks(quality, "添加补救", "临时方案 3月3日 08:05：先借 2 台备用泵")
    shown = await quality.sees("怎样补救客户", button="维修")
    assert "换货" not in "".join(shown.labels)
    await shown.press("维修")
    await says(quality, "到客户处更换 8 台轴封", "维修：具体做什么")
    await says(quality, "3月6日", "最迟哪天完成")
    await picks(quality, "费用", "3月6日前完成")
    await picks(quality, "零部件", "哪一类费用")
    await says(quality, "800 轴封 8 个，每个 100", "请写金额和计算依据")
    await place.restarts_bot()
    await picks(quality, "返回", "零部件 800.00 元")
    await picks(quality, "提交审批", "费用合计 800.00 元")
    for signer in (team.head, team.finance, team.boss):
        await picks(signer, "批准", "客户补救方案（第 1 版）", "轴封 8 个，每个 100", ever=True)


async def the_customer_argues_and_a_better_offer_is_agreed_to(place: Workplace, team: Team) -> None:
    sales, quality = team.sales, team.quality
    await picks(sales, "客户补救", "补救方案已批准", "250303")
    await picks(sales, "记录协商", "把方案告诉客户")
    origin = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T10:12:00+08:00"}
    await sales.sees("第 1 轮协商")
    await sales.forwards("停机两天，修好也要赔我们 1200 元", {"files": [file_part(png(90))]}, origin=origin)
    await picks(sales, "客户不同意", "停机两天")
    await sales.sees("协商中", "客户不同意")
    await opens(quality)
    await picks(quality, "调整方案", "协商中", "停机两天")
    await says(quality, "客户停机两天，另补偿损失", "为什么调整方案")
    await picks(quality, "添加补救", "调整理由：客户停机两天")
    await picks(quality, "补偿", "怎样补救客户")
    await says(quality, "补偿停机损失", "具体做什么")
    await says(quality, "3月7日", "最迟哪天完成")
    await picks(quality, "费用", "3月7日前完成")
    await picks(quality, "经济补偿", "哪一类费用")
    await says(quality, "1,200 停机 2 天，每天 600", "请写金额和计算依据")
    await picks(quality, "返回", "1,200.00 元")
    await picks(quality, "提交审批", "费用合计 2,000.00 元")
    for signer in (team.head, team.finance, team.boss):
        await picks(signer, "批准", "调整理由：客户停机两天", "1,200.00", ever=True)
    await place.restarts_bot()
    await opens(sales)
    await picks(sales, "记录协商", "已批准，待客户同意")
    await says(sales, "可以，就这么办", "第 2 轮协商")
    await picks(sales, "客户同意", "可以，就这么办")
    await sales.sees("客户已同意，执行中", "争议已解决")


async def what_was_agreed_is_carried_out(team: Team) -> None:
    quality = team.quality
    await picks(quality, "维修完成", "客户已同意，由您负责", "更换 8 台轴封", ever=True)
    await quality.sees("请发凭证：维修记录")
    await quality.sends_file(png(40), kind="photo", caption="维修记录，序列号 A1–A8")
    await picks(quality, "按商定完成", "已收到 1 件")
    await picks(quality, "已付补偿", "☑ 维修")
    await says(quality, "3月3日转账，回单号 88", "请发凭证：付款凭证")
    await quality.sends_file(png(50), kind="photo", caption="回单")
    await picks(quality, "金额不同", "已收到 2 件")
    await says(quality, "1000", "实际是多少元")
    await quality.sees("商定 1,200.00 元，实际 1,000.00 元，不一致")
    await says(quality, "1200")
    await quality.sees("☑ 经济补偿", "已办完")
    await team.sales.sees("商定的补救已全部办完")


async def nobody_is_charged_and_the_case_waits_for_the_customer(team: Team) -> None:
    quality = team.quality
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "调查", "调查中")
    await picks(quality, "原因", "核算")
    await says(quality, "轴封供应商批次不良", "原因")
    await picks(quality, "更多", "轴封供应商批次不良")
    await picks(quality, "不追究", "250303")
    await picks(quality, "供应商", "谁")
    await says(quality, "供应商已确认", "250303")
    await picks(team.boss, "批准", "不追究个人", ever=True)
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "关闭案件", "已决定")
    closing_screen = await quality.sees("还不能关闭")
    assert "客户满意" in closing_screen.text
    assert "与客户协商" not in closing_screen.text
    assert "按商定执行" not in closing_screen.text


async def the_customer_is_asked_and_satisfied(place: Workplace, team: Team) -> None:
    sales, quality = team.sales, team.quality
    await opens(sales)
    await picks(sales, "已问客户是否满意", "已办完")
    await place.settles()
    await place.sandbox.wind(days=2)
    await picks(sales, "😀 满意", "答复了吗", "第 1 次提醒")
    await sales.sees("客户答复", "满意")
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await picks(quality, "关闭案件", "已决定")
    await picks(quality, "关闭案件", "可以关闭")
    await quality.sees("已关闭")


async def six_weeks_later_it_leaks_again(place: Workplace, team: Team) -> None:
    sales, quality = team.sales, team.quality
    await place.settles()
    await place.sandbox.wind(days=42)
    await opens(sales)
    await picks(sales, "不满意", "客户答复", "满意")
    await says(sales, "其中 2 台又漏了", "对哪里不满意")
    await sales.sees("不满意", "协商中")
    await quality.sees("客户不满意", "其中 2 台又漏了", ever=True)
    await says(quality, "/cases")
    await picks(quality, "250303", "案件")
    await quality.sees("250303", "已决定")


async def opens(person: Player) -> None:
    """Open the customer's side of the case from the list of cases."""
    await says(person, "/cases")
    await picks(person, "250303", "案件")
    await picks(person, "客户补救", "250303")
