"""Earlier records come in by chat while the power goes, are found, taken back, and everything goes out by chat."""

import asyncio
import signal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from bot.points import DIES_AT, Point
from bot.sandbox.client_person import Player
from bot.transport import wire_to
from tests.conversations.test_the_whole_story import picks, says
from tests.conversations.workplace import PATIENCE, TOKEN, Workplace, workplace

LINES = 450
SHEET = "编号,客户,收到日期,情况,厂区,订单\n" + "".join(
    f"A-{line},宏达机电,2024-05-06,轴封漏水,苏州厂,SO-{line}\n" for line in range(LINES)
)


async def test_records_go_in_through_power_cuts_and_out_again(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        admin, manager = await place.all_join([("孙丽", "E09"), ("赵刚", "E01")])
        await the_menu(admin)
        await picks(admin, "以前的投诉")
        await admin.sees("必填的列")
        await admin.sends_file(SHEET.encode(), kind="document", name="旧表.csv")
        card = await admin.sees("新的 450 条", button="导入 450 条")

        await place.settles()
        await place.kills_bot()
        await card.press_and_go("导入 450 条")
        await dies_after(place, 3)
        await place.starts_bot()
        done = await admin.sees("加 450 条，补 0 条，跳过 0 条", button="撤回这次导入")
        await says(admin, "/find A-17")
        await admin.sees("A-17")

        await out_it_goes(place, admin, manager)

        await done.press("撤回这次导入")
        await (await admin.sees("要撤回第 1 次导入吗", button="不撤回")).press("撤回")
        await place.kills_bot()
        await dies_after(place, 3)
        await place.starts_bot()
        await admin.sees("第 1 次导入已撤回：去掉 450 条")


async def the_menu(admin: Player) -> None:
    await says(admin, "/cases")
    await picks(admin, "📥 导入和导出")


async def out_it_goes(place: Workplace, admin: Player, manager: Player) -> None:
    """All of it, in an archive; the general manager hears of it."""
    await the_menu(admin)
    await picks(admin, "🗜 导出 JSON")
    await picks(admin, "全部", "哪一部分")
    file = await admin.sees("gongdao-2025-03-03.zip")
    url = place.environment["GONGDAO_API_BASE_URL"]
    async with wire_to(TOKEN, url, f"{url}/file", "") as wire:
        content = await wire.content_of(file.raw["document"]["file_id"])
    with ZipFile(BytesIO(content)) as packed:
        assert packed.read("cases.jsonl").count(b"\n") == LINES
    await manager.sees("孙丽", "导出了记录")
    assert not (place.folder / "company" / "exporting").exists()


async def dies_after(place: Workplace, parts: int) -> None:
    """The bot is started, and the power goes after so many parts: each is passed twice, before and after its commit."""
    place.environment[DIES_AT] = f"{Point.IMPORT_PART}:{parts}"
    await place.starts_bot()
    assert place.bot is not None
    async with asyncio.timeout(PATIENCE):
        assert await place.bot.wait() == -signal.SIGKILL
    del place.environment[DIES_AT]
