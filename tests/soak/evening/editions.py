"""The power goes while an edition is read, approved and made known to all staff."""

from bot.sandbox.client_person import Player
from tests.bot.edition_text import edition_text
from tests.soak.evening.power import Power

TOLD = "SELECT count(*) FROM edition_receipts WHERE reminders = 0"
STAFF = 12


async def an_edition_is_published(power: Power, admin: Player, manager: Player, worker: Player) -> None:
    """It is read once, approved once, and everybody gets one word of it."""
    await admin.says("/rulebook")
    await (await admin.sees("现行制度", button="🗂 新版本和签收")).press("🗂 新版本和签收")
    await (await admin.sees("制度的新版本", button="📤 上传新版本")).press("📤 上传新版本")
    await admin.sees("作为文件发来")
    await power.place.kills_bot()
    await admin.sends_file(edition_text().encode(), kind="document", name="制度.toml")
    await power.goes("inbox_commit:1", "effect_commit:1", "file_read:1", "file_read:2", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM proposed_editions", 1)
    power.counts("SELECT count(*) FROM log WHERE act = 'edition_checked'", 1)
    await power.told(admin, "检查：没有错误")

    await (await admin.sees("检查：没有错误", button="提交批准", ever=True)).press("提交批准")
    asked = await manager.sees("待总经理批准", button="批准", ever=True)
    await power.place.settles()
    await power.place.kills_bot()
    await asked.press_and_go("批准")
    await power.goes("effect_commit:1", "effect_commit:2")
    await power.place.sandbox.wind(hours=1)
    await power.goes("timer_tick:1", "timer_tick:2", "sent_not_marked:2")
    await power.comes_back()
    power.counts("SELECT count(*) FROM log WHERE act = 'edition_approved'", 1)
    power.counts(TOLD, STAFF)
    power.counts("SELECT count(*) FROM timers WHERE kind = 'edition_publish'", 1)
    await power.told(worker, "制度有新版本")
    await power.told(admin, "已批准")

    known = await worker.sees("制度有新版本", button="已阅读", ever=True)
    await power.place.kills_bot()
    await known.press_and_go("已阅读")
    await power.goes("effect_commit:1", "effect_commit:2")
    await power.comes_back()
    power.counts("SELECT count(*) FROM edition_receipts WHERE read_at IS NOT NULL", 1)
