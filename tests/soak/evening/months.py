"""The power goes while a week is reported, and while what was really withheld comes back."""

from bot.sandbox.client_person import Player
from core.model.money import Money
from tests.bot.payroll.test_wages_in_chat import sheet
from tests.conversations.test_a_month_of_wages import WAGES, left, two_people_owe
from tests.soak.evening.power import Power

SLIPS = sheet(("1", "E05", "500.00"), ("2", "E12", "146.00"), heading=("行号", "工号", "实扣"))


async def a_week_is_reported(power: Power, manager: Player) -> None:
    """Who wants the week's report gets one on Monday morning."""
    await manager.says("/report")
    await (await manager.sees(button="🔔 定期发给我")).press("🔔 定期发给我")
    await power.place.settles()
    await power.place.kills_bot()
    await power.place.sandbox.wind(days=7)
    await power.goes("timer_tick:1", "timer_tick:2", "timer_tick:3", "timer_tick:4", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM timers WHERE kind = 'report_of_one' AND rung_at IS NOT NULL", 1)
    power.counts("SELECT count(*) FROM outbox WHERE method = 'sendPhoto' AND state = 'sent'", 1)


async def payslips_come_back(power: Power, maker: Player, closer: Player) -> None:
    """The sheet is read once, and the difference booked once."""
    place = power.place
    await two_people_owe(place)
    (place.folder / "wages.csv").write_text(WAGES, encoding="utf-8")
    await place.shell("payroll", "prepare", "wages.csv", "--month", "2025-03")
    await (await maker.sees(button="生成批次")).press("生成批次")
    await (await closer.sees("请核对后关闭", button="关闭批次")).press("关闭批次")
    await (await maker.sees("关闭并记账", button="📥 上传实扣", ever=True)).press("📥 上传实扣")
    await maker.sees("填好“实扣”一列")
    await place.settles()
    await place.kills_bot()
    await maker.sends_file(SLIPS, kind="document", name="实扣.xlsx")
    await power.goes("effect_commit:1", "file_read:1", "file_read:2", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM log WHERE act = 'payroll_reported'", 1)
    power.counts("SELECT count(*) FROM wages_uploads WHERE gone_at IS NOT NULL AND file_id = ''", 1)
    await power.told(maker, "工资条“实扣.xlsx”已经读入")

    differing = await maker.sees("批次 510.00 元，工资条 500.00 元", button="登记实扣", ever=True)
    await place.kills_bot()
    await differing.press_and_go("登记实扣")
    await power.goes("effect_commit:1", "effect_commit:2", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM log WHERE act = 'payroll_settled'", 1)
    power.counts("SELECT sum(amount) FROM ledger", 0)
    power.lost += await left(place) != Money(37600)
    await power.told(maker, "账本与工资条一致")
