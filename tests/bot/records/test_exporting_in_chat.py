"""Everything out to an admin's chat, over HTTP: one at a time, written down, and nothing left on the disk."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from bot.all_routes import all_routes
from bot.exporting.child import Asked, export
from bot.records.exporter import FOLDER
from bot.sandbox.client_person import Player
from bot.transport import wire_to
from core.model.records_export import ExportForm, RecordsExport
from core.model.roles import Grant, Role
from tests.bot.office import TOKEN, Office
from tests.make import NOW, case

OUTCOME = "SELECT outcome FROM records_exports"


@pytest.fixture
async def people(office: Office) -> AsyncIterator[tuple[Player, Player]]:
    """孙丽 is the admin everywhere, 赵刚 the general manager; one case of each year and site."""
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    manager = await office.hires("E05")
    async with office.units.open(NOW) as uow:
        await uow.cases.add(case(customer="=1+1"))
        await uow.cases.add(case(number="240101", registered_at=NOW.replace(year=2024)))
        await uow.cases.add(case(number="W-1", site="wuxi"))
    async with office.open(all_routes()):
        yield admin, manager


async def exported(admin: Player, form: str, part: str) -> None:
    await admin.says("/cases")
    await (await admin.sees("案件", button="📥 导入和导出")).press("📥 导入和导出")
    await (await admin.sees("导入（XLSX 或 CSV", button=form)).press(form)
    await (await admin.sees("哪一部分", button=part)).press(part)


async def file_of(office: Office, admin: Player, ending: str) -> bytes:
    shown = await admin.sees(f"gongdao-2025-03-03.{ending}")
    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        return await wire.content_of(shown.raw["document"]["file_id"])


async def test_a_workbook_of_one_site_comes_to_the_chat_and_the_manager_is_told(
    office: Office, people: tuple[Player, Player]
) -> None:
    admin, manager = people
    await exported(admin, "📊 导出 Excel", "苏州厂 · 今年")

    book = load_workbook(BytesIO(await file_of(office, admin, "xlsx")))
    await admin.sees("上面的文件是导出的记录", "苏州厂", "2025 年")
    await manager.sees("孙丽", "导出了记录", "苏州厂")
    cells = [cell.value for row in book["案件"].iter_rows(min_row=2) for cell in row]
    assert "250303" in cells
    assert "=1+1" in cells
    assert not {"240101", "W-1"} & set(cells)
    assert all(cell.data_type != "f" for row in book["案件"].iter_rows() for cell in row)
    await office.until(OUTCOME, ("sent",))
    assert not (office.folder / FOLDER).exists()
    acts = await office.rows("SELECT act, actor_id FROM log WHERE act LIKE '%export%' ORDER BY seq")
    assert acts == [("export_asked", 1), ("everything_exported", 1), ("export_ended", 1)]


async def test_json_of_everything_comes_as_one_archive(office: Office, people: tuple[Player, Player]) -> None:
    admin, _ = people
    await exported(admin, "🗜 导出 JSON", "全部")

    with ZipFile(BytesIO(await file_of(office, admin, "zip"))) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        numbers = [json.loads(line)["number"] for line in packed.read("cases.jsonl").splitlines()]
    assert numbers == ["250303", "240101", "W-1"]
    assert manifest["company"] == "恒远物流"
    assert manifest["exported_at"].startswith("2025-03-03")
    await office.until(OUTCOME, ("sent",))


async def test_who_is_admin_no_more_when_it_is_made_gets_nothing(
    office: Office, people: tuple[Player, Player]
) -> None:
    admin, _ = people
    async with office.units.open(NOW) as uow:
        person = await uow.persons.get(1)
        await uow.persons.put(replace(person, grants=(Grant(Role.EMPLOYEE),)))
        await uow.records_exports.add(RecordsExport(person_id=1, form=ExportForm.JSON, asked_at=NOW))

    await admin.sees("没有导出：您现在没有导出的权限")
    await office.until(OUTCOME, ("not_theirs",))
    assert await office.rows("SELECT count(*) FROM log WHERE act = 'everything_exported'") == [(0,)]


async def test_what_cannot_be_delivered_ends_and_lets_the_next_one_be_asked_for(
    office: Office, people: tuple[Player, Player]
) -> None:
    admin, manager = people
    await admin.blocks()
    async with office.units.open(NOW) as uow:
        await uow.records_exports.add(RecordsExport(person_id=1, form=ExportForm.JSON, asked_at=NOW))
    await manager.says("/help")

    await office.until(OUTCOME, ("not_sent",))
    assert not (office.folder / FOLDER).exists()


async def test_of_too_many_rows_nothing_is_written(office: Office, people: tuple[Player, Player]) -> None:
    place = office.folder / "out.zip"
    asked = Asked(
        database=Path(office.units.database.engine.url.database or ""),
        place=place,
        form=ExportForm.JSON,
        most_rows=2,
        since=None,
        site=None,
        zone="Asia/Shanghai",
        company="恒远物流",
        language="zh-Hans",
        now=NOW,
    )

    written = await export(asked)

    assert (written.is_too_much, place.exists()) == (True, False)
    assert people
