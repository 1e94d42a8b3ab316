"""The whole story as people walk it on the page: from a forwarded complaint to notices, with two power cuts."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.company import TITLE, Company, company_at
from tests.browser.hands import Hands
from tests.browser.stage import open_page
from tests.conversations.pictures import png
from tests.conversations.worked_example import LOSSES, PARTIES
from tests.conversations.workplace import workplace

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
# Who, how much, why; and what the card shows before it asks for that rate.
RATES = (
    ("张伟", "60%", "首次，主动报告", "张伟 直接责任人 60–80%"),
    ("李强", "10%", "已向班组交底", "张伟 直接责任人 60% →"),
    ("周敏", "10%", "按下限", "李强 主管 10% →"),
)
COUNTS = {
    "cases": "select count(*) from cases",
    "pieces": "select count(*) from evidence where holder = 'case' and storing in ('stored', 'no_file')",
    "notices": "select count(*) from notices",
    "appeals": "select count(*) from appeals",
    "unhandled": "select count(*) from inbox where state != 'done'",
}


async def test_a_complaint_is_walked_from_the_forward_to_the_notices(page: Page, tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        company = await company_at(place)
        await open_page(page, company.address("王小明"))
        hands = Hands(page)
        await page.get_by_test_id("guide-close").click()

        await sales_forwards_and_submits(hands)
        await company.place.restarts_bot()
        await quality_accepts_and_counts_the_loss(hands)
        await quality_names_people_and_rates(hands)
        await the_driver_speaks(hands)
        await the_figures_are_confirmed(hands)
        await the_figures_change_under_the_general_managers_thumb(hands, company)
        await three_people_get_notices(hands)

        await place.settles()
    with closing(sqlite3.connect(tmp_path / "company" / "gongdao.sqlite3")) as database:
        counted = {what: database.execute(query).fetchone()[0] for what, query in COUNTS.items()}
    assert counted == {"cases": 1, "pieces": 5, "notices": 3, "appeals": 1, "unhandled": 0}


async def sales_forwards_and_submits(hands: Hands) -> None:
    page = hands.page
    await page.get_by_test_id("customer-open").click()
    await expect(page.locator(".photo-choice")).to_have_count(3)
    await page.get_by_test_id("customer-send").click()
    await page.get_by_test_id("clock-ten").click()
    received = await hands.see("已收到 2 段文字、3 张照片", "王工", "还缺：客户名称")
    for found in ("SO-20871", "P-300", "120", "8"):
        await expect(received).to_contain_text(found)
    await hands.write("宏达机电")
    await hands.see("请核对", "宏达机电", button="提交")
    await page.get_by_test_id("columns").click()
    beside = Hands(page, "pane-2")
    await page.get_by_test_id("person-picker").select_option(label="陈洁")
    await beside.open_tab(TITLE)
    await hands.press("提交", "请核对")
    await hands.see("已登记 250303", "首次答复客户的时限")
    await beside.see("P-300", "待受理")
    await received.scroll_into_view_if_needed()
    await picture(page, "story-sales")
    await page.get_by_test_id("columns").click()


async def quality_accepts_and_counts_the_loss(hands: Hands) -> None:
    await hands.become("陈洁")
    await hands.press("受理", "250303")
    await hands.press("调查", "调查中")
    await hands.press("原因", "核算")
    await hands.write("轴封装反，出货前没有复检", "原因")
    await hands.press("损失项", "核算", "轴封装反")
    await hands.see("损失项", "还没有")
    for kind, said, amount in LOSSES:
        await hands.press(kind, "损失项")
        await hands.write(said, kind, "请发")
        await hands.see(f"= {amount} 元")
    await hands.press("返回", "= 160.00 元")


async def quality_names_people_and_rates(hands: Hands) -> None:
    await hands.press("责任人", "1,520.00", "严重")
    for said, name, role, wage in PARTIES:
        await hands.press("指定责任人", "责任人")
        await hands.write(said, "找谁")
        await hands.press(name, "找到 1 人")
        await hands.press(role, name, "什么角色")
        await hands.press("参考工资", name, role)
        await hands.write(wage, name, "月工资")
        await hands.press("返回", f"参考工资：{int(wage):,}.00")
    await hands.press("返回", "周敏 · 经理")
    for name, rate, reason, before in RATES:
        await hands.press(rate, "还要您决定", before)
        await hands.write(reason, f"{name} 的比例定为", "写明理由")
    await hands.see("张伟", "912.00", "152.00", "公司承担 304.00", button="提交确认")
    await picture(hands.page, "story-investigation")


async def the_driver_speaks(hands: Hands) -> None:
    await hands.become("张伟")
    await hands.press("陈述", "您被列为直接责任人")
    await hands.write("装车前我检查过，轴封外观正常。", "请说明情况")
    await hands.see("已记下")
    photo: FilePayload = {"name": "装车.png", "mimeType": "image/png", "buffer": png(160, 64)}
    await hands.page.get_by_test_id("file-input").set_input_files([photo])
    await hands.page.get_by_test_id("send").click()
    await hands.press("完成", "已记下")
    await hands.become("陈洁")
    await hands.see("张伟", "陈述", "轴封外观正常")


async def the_figures_are_confirmed(hands: Hands) -> None:
    await hands.press("提交确认", "912.00")
    await hands.become("李强")
    await hands.press("确认责任", "您也是本案责任人", "由 吴琳 确认")
    await hands.hear("只作为您本人的陈述")
    await hands.become("吴琳")
    await hands.press("有异议", "请确认责任", "李强（主管）本案也是责任人")
    await hands.write("李强当天不在岗", "什么异议")
    await hands.become("陈洁")
    await hands.press("维持并说明", "李强当天不在岗")
    await hands.write("考勤显示他当天在岗", "为什么维持")
    await hands.become("吴琳")
    await hands.see("考勤显示他当天在岗", "核算不变")
    await hands.press("确认责任", "请确认责任")
    await hands.hear("已确认")


async def the_figures_change_under_the_general_managers_thumb(hands: Hands, company: Company) -> None:
    boss = Hands(await hands.page.context.new_page())
    await open_page(boss.page, company.address("赵刚"))
    await boss.see("请批准", "912.00", button="批准")
    await hands.become("陈洁")
    await hands.write("/cases")
    await hands.press("250303", "本厂区未关闭的案件")
    await hands.press("调查", "待批准")
    await hands.press("损失项", "核算")
    await hands.press("✏️ 1", "= 860.00 元")
    await hands.press("改金额", "860.00")
    await hands.write("800", "赔偿客户的款项", "请发金额")
    await hands.press("返回", "= 800.00 元")
    await boss.press("批准", "912.00")
    await boss.hear("1,520.00 → 1,460.00")
    await boss.see("刚才的按键没有生效", "912.00 → 876.00", "152.00 → 146.00")
    await boss.page.close()
    await hands.press("提交确认", "876.00")
    await company.place.restarts_bot()
    await hands.become("吴琳")
    await hands.press("确认责任", "876.00")


async def three_people_get_notices(hands: Hands) -> None:
    await hands.become("赵刚")
    await hands.press("批准", "请批准", "876.00")
    await the_driver_reads_and_acknowledges(hands)
    await hands.become("李强")
    await hands.press("申诉", "TZ-2025-", "146.00")
    await hands.write("当天我不在岗", "申诉", "写明理由")
    await hands.see("146.00 元已冻结")
    await hands.become("钱进")
    await hands.see("李强", "申诉", "当天我不在岗")
    await hands.become("吴琳")
    await hands.press("已交付", "周敏 不能在这里收到消息", "146.00")
    await hands.become("王小明")
    await hands.open_tab(TITLE)
    await expect(await hands.see("250303", "已决定")).not_to_contain_text("876.00")


async def the_driver_reads_and_acknowledges(hands: Hands) -> None:
    await hands.become("张伟")
    await hands.see("TZ-2025-", "876.00", "510.00", "366.00", "劳动争议仲裁", button="已知悉")
    await picture(hands.page, "story-notice", PHONE)
    await hands.press("为什么", "TZ-2025-")
    told = await hands.see("为什么", "5.1 条", "60%", "876.00")
    await told.get_by_role("button", name="展开").click()
    await picture(hands.page, "story-why")
    await hands.press("已知悉", "TZ-2025-")
    await hands.hear("不表示同意")


async def picture(page: Page, name: str, size: dict[str, int] = DESK) -> None:
    """Keep what is shown, if GONGDAO_PICTURES names a folder."""
    folder = os.environ.get("GONGDAO_PICTURES")
    if folder:
        for toast in reversed(await page.get_by_test_id("toast").all()):
            await toast.get_by_role("button").click()
        await page.set_viewport_size({"width": size["width"], "height": size["height"]})
        await page.screenshot(path=Path(folder) / f"{name}.png")
        await page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
