"""Earlier records come in and go out again while the power goes between their parts, beside a bot at work."""

import json
from hashlib import sha256

from bot.sandbox.client_person import Player
from tests.soak.evening.power import Power

LINES = 250
HEADING = "编号,客户,收到日期,情况,厂区,订单\n"
IMPORT = ("import", "complaints", "old.csv", "--yes", "--duplicates", "add")
UNDO = ("import", "undo", "1", "--yes")
EXPORT = ("export", "--json", "out")
CASES = "SELECT count(*) FROM cases WHERE import_id = 1"


async def an_import_and_its_undoing(power: Power) -> None:
    """Every line is there once, then none; the same order twice is taken in twice, as was asked for."""
    rows = "".join(f"A-{row},宏达机电,2024-05-06,轴封漏水,苏州厂,SO-{row % 200}\n" for row in range(LINES))
    (power.place.folder / "old.csv").write_text(HEADING + rows, encoding="utf-8")
    for time in (1, 2, 3):
        await power.goes_in_the_shell(f"import_part:{time}", *IMPORT)
    await power.place.shell(*IMPORT)
    power.counts(CASES, LINES)
    power.counts("SELECT count(DISTINCT number) FROM cases WHERE import_id = 1", LINES)
    power.counts("SELECT count(*) FROM imports WHERE added = 250 AND finished_at IS NOT NULL", 1)
    power.counts("SELECT count(*) FROM log WHERE act = 'complaints_imported'", 1)
    for time in (1, 2, 3):
        await power.goes_in_the_shell(f"import_part:{time}", *UNDO)
    await power.place.shell(*UNDO)
    power.counts(CASES, 0)
    power.counts("SELECT count(*) FROM log WHERE act = 'import_undone'", 1)


async def an_import_in_chat(power: Power, admin: Player) -> None:
    """The bot itself takes the lines in, and out again, and dies at it."""
    rows = "".join(f"B-{row},宏达机电,2024-05-07,轴封漏水,苏州厂,SO-{row}\n" for row in range(LINES))
    await admin.says("/cases")
    await (await admin.sees("案件", button="📥 导入和导出")).press("📥 导入和导出")
    await (await admin.sees("导入（XLSX 或 CSV", button="以前的投诉")).press("以前的投诉")
    await admin.sees("作为文件发来", "必填的列")
    await admin.sends_file((HEADING + rows).encode(), kind="document", name="旧表.csv")
    shown = await admin.sees("没有错误", button=f"导入 {LINES} 条", ever=True)
    await power.place.settles()
    await power.place.kills_bot()
    await shown.press_and_go(f"导入 {LINES} 条")
    await power.goes("effect_commit:1", "import_part:1", "import_part:2", "import_part:3")
    await power.comes_back()
    await power.until("SELECT count(*) FROM earlier_files WHERE state = 'taken'", 1)
    await power.place.settles()
    power.counts("SELECT count(*) FROM cases WHERE number LIKE 'B-%'", LINES)
    power.counts(f"SELECT count(*) FROM imports WHERE id = 2 AND added = {LINES}", 1)  # noqa: S608 - our own number
    await power.told(admin, "已导入（第 2 次）")

    done = await admin.sees("已导入（第 2 次）", button="撤回这次导入", ever=True)
    await done.press("撤回这次导入")
    asked = await admin.sees("要撤回第 2 次导入吗", button="撤回", ever=True)
    await power.place.settles()
    await power.place.kills_bot()
    await asked.press_and_go("撤回")
    await power.goes("effect_commit:2", "import_part:1", "import_part:2", "import_part:4")
    await power.comes_back()
    await power.until("SELECT count(*) FROM imports WHERE id = 2 AND undone_at IS NOT NULL", 1)
    await power.place.settles()
    power.counts("SELECT count(*) FROM cases WHERE number LIKE 'B-%'", 0)
    power.counts("SELECT count(*) FROM log WHERE act = 'import_undone'", 2)
    await power.told(admin, "第 2 次导入已撤回", "去掉 250 条")


async def an_export(power: Power) -> None:
    """Cut off at the first file, in the middle, and before the manifest; what is there in the end is whole."""
    for time in (1, 9):
        await power.goes_in_the_shell(f"export_file:{time}", *EXPORT)
    await power.place.shell(*EXPORT)
    folder = power.place.folder / "out"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = {kind["file"] for kind in manifest["kinds"]}
    for kind in manifest["kinds"]:
        is_whole = sha256((folder / kind["file"]).read_bytes()).hexdigest() == kind["sha256"]
        power.lost += not is_whole
    power.doubled += len({file.name for file in folder.iterdir()} - names - {"manifest.json"})
