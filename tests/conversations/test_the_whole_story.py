"""From a forwarded complaint to three notices, as people would, with four power cuts on the way."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.client_message import SeenMessage
from bot.sandbox.client_person import Player, file_part
from tests.conversations.people import People, everybody_joins
from tests.conversations.pictures import png
from tests.conversations.worked_example import LOSSES, PARTIES
from tests.conversations.workplace import Workplace, workplace

CUSTOMER = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T08:12:00+08:00"}
COMPLAINT = "贵司送来的水泵 P-300，订单 SO-20871，数量 120，不良 8 台，运行两小时后轴封漏水。要求换货。"
COUNTS = {
    "cases": "select count(*) from cases",
    "pieces": "select count(*) from evidence where holder = 'case' and storing in ('stored', 'no_file')",
    "notices": "select count(*) from notices",
    "appeals": "select count(*) from appeals",
    "unhandled": "select count(*) from inbox where state != 'done'",
    "unsent": "select count(*) from outbox where state in ('waiting', 'failed', 'unreachable')",
}
RATES = (("60%", "首次，主动报告"), ("10%", "已向班组交底"), ("10%", "按下限"))


async def test_a_forwarded_complaint_becomes_three_explained_notices(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        people = await everybody_joins(place)

        await sales_forwards_and_submits(place, people)
        await quality_accepts_and_investigates(place, people)
        await the_driver_speaks(people)
        await the_deputy_director_objects_and_confirms(place, people)
        await the_figures_change_under_the_general_managers_thumb(people)
        await three_people_get_notices(place, people)
        await the_auditor_hears_both_sides(people)

        await place.settles()
        group = "\n".join(message.words for message in await people.sales.screen(chat=people.group))
    nothing_was_lost_or_doubled(tmp_path, group)


async def sales_forwards_and_submits(place: Workplace, people: People) -> None:
    photos = [file_part(png(shade)) for shade in (10, 60)] + [file_part(png(110), caption="轴封处")]
    await people.sales.forwards(
        COMPLAINT, {"files": photos, "album": True, "order": [2, 0, 1]}, origin=CUSTOMER
    )
    await place.restarts_bot()
    await place.settles()
    await place.sandbox.wind(seconds=3)

    received = await people.sales.sees("已收到 1 段文字、3 张照片", "王工", "还缺：客户名称")
    for found in ("SO-20871", "P-300", "120", "8"):
        assert found in received.text
    await people.sales.says("宏达机电")
    review = await people.sales.sees("请核对", "宏达机电", button="提交")
    await review.press("提交")
    await review.press("提交", old=True)
    await people.sales.sees("已登记 250303", "首次答复客户的时限 3月4日")
    await people.sales.sees("P-300", "待受理", chat=people.group)


async def quality_accepts_and_investigates(place: Workplace, people: People) -> None:
    quality = people.quality
    await picks(quality, "✅ 受理", "250303")
    await picks(quality, "🔍 调查", "调查中")
    await picks(quality, "原因", "核算")
    await says(quality, "轴封装反，出货前没有复检", "原因")
    await picks(quality, "损失项", "核算")
    listed = await quality.sees("损失项", "还没有")
    for kind, said, amount in LOSSES:
        await listed.press(kind)
        await says(quality, said, kind, "请发")
        listed = await quality.sees(f"= {amount} 元")
    await place.restarts_bot()
    await listed.press("返回")
    await picks(quality, "责任人", "1,520.00", "严重")
    for said, name, role, wage in PARTIES:
        await party_is_named(quality, said, name, role, wage)
    await picks(quality, "返回", "周敏 · 经理")
    for rate, reason in RATES:
        await picks(quality, rate, "还要您决定")
        await says(quality, reason, rate, "写明理由")
    await people.quality.sees("张伟", "912.00", "152.00", "公司承担 304.00", button="提交确认")


async def party_is_named(quality: Player, said: str, name: str, role: str, wage: str) -> None:
    await picks(quality, "指定责任人", "责任人")
    await says(quality, said, "找谁")
    await picks(quality, name, "找到 1 人")
    await picks(quality, role, name, "什么角色")
    await picks(quality, "参考工资", role)
    await says(quality, wage, name, "月工资")
    await picks(quality, "返回", f"参考工资：{int(wage):,}.00")


async def the_driver_speaks(people: People) -> None:
    await picks(people.driver, "💬 陈述", "您被列为直接责任人")
    await says(people.driver, "装车前我检查过，轴封外观正常。", "请说明情况")
    await people.driver.sees("已记下")
    await people.driver.sends_file(png(160), kind="photo", caption="装车照片")
    await picks(people.driver, "完成", "已记下")
    await people.quality.sees("张伟 陈述", "轴封外观正常")


async def the_deputy_director_objects_and_confirms(place: Workplace, people: People) -> None:
    await picks(people.quality, "提交确认", "912.00", ever=True)
    spoken = await picks(people.supervisor, "确认责任", "您也是本案责任人", "由 吴琳 确认")
    assert "只作为您本人的陈述" in spoken
    card = await people.deputy_director.sees("请确认责任", "李强（主管）本案也是责任人", button="确认责任")
    assert "由仓储部主管或其代理人确认：吴琳" in await forges(people.sales, card, "确认责任")
    await forges(people.stranger, card, "确认责任")
    await card.press("有异议")
    await says(people.deputy_director, "李强当天不在岗", "什么异议")
    await place.restarts_bot()
    await picks(people.quality, "维持", "李强当天不在岗")
    await says(people.quality, "考勤显示他当天在岗", "为什么维持")
    await people.deputy_director.sees("考勤显示他当天在岗", "核算不变")
    assert await card.press("确认责任", old=True) == "已确认"


async def the_figures_change_under_the_general_managers_thumb(people: People) -> None:
    boss, quality = people.general_manager, people.quality
    card = await boss.sees("请批准", "912.00", button="批准")
    await says(quality, "/cases")
    await picks(quality, "250303", "本厂区未关闭的案件")
    await picks(quality, "调查", "待批准")
    await picks(quality, "损失项", "核算")
    await picks(quality, "✏️ 1", "= 860.00 元")
    await picks(quality, "改金额", "860.00")
    await says(quality, "800", "赔偿客户的款项", "请发金额")
    await picks(quality, "返回", "= 800.00 元")

    refused = await card.press("批准", old=True)

    assert "1,520.00 → 1,460.00" in refused
    await boss.sees("刚才的按键没有生效", "912.00 → 876.00", "152.00 → 146.00")
    await picks(quality, "提交确认", "876.00")
    await picks(people.deputy_director, "确认责任", "876.00")


async def three_people_get_notices(place: Workplace, people: People) -> None:
    approval = await people.general_manager.sees("请批准", "876.00", button="批准")
    await place.restarts_bot()
    await approval.press("批准")
    await approval.press("批准", old=True)

    notice = await people.driver.sees(
        "TZ-2025-", "876.00", "510.00", "366.00", "劳动争议仲裁", button="已知悉"
    )
    await notice.press("为什么")
    await people.driver.sees("为什么", "5.1 条", "60%", "876.00")
    assert "不表示同意" in await notice.press("已知悉")
    await picks(people.supervisor, "申诉", "TZ-2025-", "146.00")
    await says(people.supervisor, "当天我不在岗", "申诉", "写明理由")
    await people.supervisor.sees("146.00 元已冻结")
    await people.auditor.sees("李强", "申诉", "当天我不在岗")
    await picks(people.deputy_director, "已交付", "周敏 不能在这里收到消息", "146.00")
    await people.sales.sees("250303", "已决定", chat=people.group)


async def the_auditor_hears_both_sides(people: People) -> None:
    await picks(people.auditor, "受理申诉", "当天我不在岗", ever=True)
    await picks(people.quality, "补充", "钱进 听取双方")
    await says(people.quality, "值班表上有他的签名", "请发文字或照片")
    await people.supervisor.sees("陈洁 补充", "值班表上有他的签名")
    await picks(people.auditor, "维持", "陈洁 已答复")
    await says(people.auditor, "值班表清楚", "请写明理由")
    await people.supervisor.sees("维持", "值班表清楚", "劳动争议仲裁")
    await picks(people.driver, "📄 PDF", "TZ-2025-", "876.00", ever=True)
    await people.driver.sees("可以打印签字", ever=True)


async def picks(person: Player, label: str, *words: str, ever: bool = False) -> str:
    """Find the screen that has these words and this button, and press it; the toast."""
    screen = await person.sees(*words, button=label, ever=ever)
    exact = next((shown for shown in screen.labels if shown == label), label)
    return await screen.press(exact)


async def says(person: Player, answer: str, *asked: str) -> None:
    """Answer a question once it is there."""
    if asked:
        await person.sees(*asked)
    await person.says(answer)


async def forges(person: Player, card: SeenMessage, label: str) -> str:
    """Send the press of a button that was never shown to this person; the toast."""
    own = (await person.screen())[-1]
    where = {"from": person.id, "chat": person.id, "message_id": own.id}
    pressed = {"data": card.button(label)["callback_data"], "forge": True, "wait": 10}
    answer = await own.wire.post("press", where | pressed)
    return str((answer.get("answer") or {}).get("text", ""))


def nothing_was_lost_or_doubled(folder: Path, shown_to_group: str) -> None:
    with closing(sqlite3.connect(folder / "company" / "gongdao.sqlite3")) as database:
        counted = {what: database.execute(query).fetchone()[0] for what, query in COUNTS.items()}
    assert counted == {"cases": 1, "pieces": 4, "notices": 3, "appeals": 1, "unhandled": 0, "unsent": 0}
    for private in ("张伟", "李强", "周敏", "1,460.00", "876.00", "146.00"):
        assert private not in shown_to_group
