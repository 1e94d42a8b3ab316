"""The month's wages sent in chat: read in memory, kept nowhere, taken out of the chat; all faults named at once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.all_routes import all_routes
from bot.sandbox.client_person import Player
from core.model.notice import Notice
from core.model.roles import Grant, Role
from core.payroll.upload import WagesUpload
from tests.bot.office import Office
from tests.core.ledger.make_postings import charged
from tests.core.payroll.make_payroll import LAWFUL, notice
from tests.make import NOW, case

GONE = "SELECT month, file_id, gone_at IS NOT NULL FROM wages_uploads"
UNTAKEN = "SELECT COUNT(*) FROM batches"


def sheet(*rows: tuple[Any, ...], heading: tuple[str, ...] = ("工号", "姓名", "应发工资")) -> bytes:
    book, target = Workbook(), BytesIO()
    assert book.active is not None
    for row in (heading, *rows):
        book.active.append(row)
    book.save(target)
    return target.getvalue()


GOOD = sheet(("E17", "张伟", "3000.00"), ("E06", "何静", "9000"))


@pytest.fixture
async def finance(office: Office) -> AsyncIterator[Player]:
    """何静 is in finance; 张伟 owes 876.00 by a notice that he was given."""
    office.units.surroundings = replace(
        office.units.surroundings, company=replace(office.units.surroundings.company, **LAWFUL)
    )
    player = await office.hires("E06")
    await office.hires("E17")
    async with office.units.open(NOW) as uow:
        await uow.cases.add(case())
        zhang = await uow.persons.one(employee_no="E17")
        assert zhang is not None
        given: Notice = await uow.notices.add(notice(0, 1, person_id=zhang.id))
        await uow.ledger.book(charged(87600, person_id=zhang.id, notice_id=given.id))
    async with office.open(all_routes()):
        yield player


async def asked(player: Player, month: str = "2025-03") -> None:
    await player.says("/payroll")
    await (await player.sees("扣款批次", button="📤 上传工资表")).press("📤 上传工资表")
    await (await player.sees("上传哪个月", button=month)).press(month)
    await player.sees("作为文件发来")


async def sent(player: Player, content: bytes, name: str = "工资.xlsx") -> int:
    await asked(player)
    return await player.sends_file(content, kind="document", name=name)


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and "sqlite" not in path.name]


async def test_wages_sent_in_chat_become_a_preview_and_the_file_is_nowhere(
    office: Office, finance: Player
) -> None:
    message = await sent(finance, GOOD)

    await finance.sees("2025-03 扣款批次", "本月扣款合计：510.00 元", button="生成批次")
    await office.until(GONE, ("2025-03", "", 1))
    assert message not in [one.id for one in await finance.screen()]
    assert await office.rows("SELECT COUNT(*) FROM evidence") == [(0,)]
    assert [name for name in files_in(office.folder) if not name.endswith(".key")] == []
    ((sealed,),) = await office.rows("SELECT sealed FROM wages")
    assert "3000.00" not in sealed
    acts = await office.rows("SELECT act, actor_id FROM log WHERE act LIKE 'wages%' OR act LIKE 'payroll%'")
    assert acts == [("wages_sent", 1), ("payroll_prepared", 1), ("wages_file_read", 1)]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([("E17", "张伟", "六千")], "第 3 行 应发工资"),
        ([("E17", "张伟", "3000"), ("E17", "张伟", "3000")], "出现了两次"),
        ([("E99", "某人", "3000")], "没有工号“E99”"),
        ([("E17", "张伟", "=cmd|' /C calc'!A0")], "是公式，不会执行"),
        ([("E17", "张伟", "-3000")], "是负数"),
        ([("E17", "张三", "3000")], "员工表里这个工号是“张伟”"),
        ([("E17", "张伟", None)], "没有填写"),
        ([], "表里没有工资"),
    ],
)
async def test_a_sheet_with_a_fault_is_refused_whole_and_the_fault_is_named(
    office: Office, finance: Player, rows: list[tuple[Any, ...]], named: str
) -> None:
    await sent(finance, sheet(("E06", "何静", "9000"), *rows) if rows else sheet())

    await finance.sees("一行也没有读入", named)
    await office.until(GONE, ("2025-03", "", 1))
    assert await office.rows(UNTAKEN) == [(0,)]


async def test_a_wage_that_is_wrong_is_not_repeated_in_the_chat(office: Office, finance: Player) -> None:
    await sent(finance, sheet(("E17", "张伟", "-31415.92")))

    refused = await finance.sees("一行也没有读入")
    assert "31415" not in refused.text
    assert await office.rows("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%31415%'") == [(0,)]


async def test_every_fault_is_named_at_once_and_of_very_many_the_first_hundred(
    office: Office, finance: Player
) -> None:
    await sent(finance, sheet(*((f"X{number}", "某人", "1") for number in range(250))))

    await finance.sees("有 250 处错误", "没有工号“X0”")
    await finance.sees("没有工号“X99”", "还有 150 处")
    assert await office.rows(UNTAKEN) == [(0,)]


async def test_fifty_thousand_rows_are_taken_or_refused_whole(office: Office, finance: Player) -> None:
    text = "工号,应发工资\n" + "".join(f"X{number},1\n" for number in range(50_000))

    await sent(finance, text.encode(), "工资.csv")

    await finance.sees("有 50000 处错误")
    assert await office.rows(UNTAKEN) == [(0,)]


async def test_last_months_file_again_is_refused_with_its_month(office: Office, finance: Player) -> None:
    await sent(finance, GOOD)
    await finance.sees("2025-03 扣款批次", button="生成批次")
    await asked(finance, "2025-02")

    await finance.sends_file(GOOD, kind="document", name="again.xlsx")

    await finance.sees("这个工资表已经用于 2025-03")
    assert await office.rows("SELECT month FROM batches") == [("2025-03",)]


@pytest.mark.parametrize(
    ("name", "size", "said"), [("工资.pdf", 3, "不是电子表格"), ("工资.xlsx", 21 * 1024 * 1024, "最多 20 MB")]
)
async def test_another_file_is_not_taken(
    office: Office, finance: Player, name: str, size: int, said: str
) -> None:
    await asked(finance)

    await finance.sends_file(size, kind="document", name=name)

    await finance.sees(said)
    assert await office.rows("SELECT COUNT(*) FROM wages_uploads") == [(0,)]


async def test_a_picture_or_words_instead_of_a_file_are_asked_for_again(finance: Player) -> None:
    await asked(finance)

    await finance.says("马上")

    await finance.sees("作为文件发来")
    assert await finance.count_of("作为文件发来") == 2


async def noted(office: Office, **changes: Any) -> None:
    """A file that was sent before, of which the reader does not know yet."""
    settings: dict[str, Any] = {"file_id": "unknown", "chat_id": 1006, "message_id": 999}
    async with office.units.open(NOW) as uow:
        await uow.wages_uploads.add(
            WagesUpload(
                person_id=1, month="2025-03", name="工资.xlsx", size=9, sent_at=NOW, **(settings | changes)
            )
        )


async def test_a_file_that_telegram_does_not_give_out_is_said_to_be_lost(
    office: Office, finance: Player
) -> None:
    await noted(office)

    await finance.sees("没有给出文件", "什么也没有读入", within=60)
    await office.until(GONE, ("2025-03", "", 1))


async def test_a_message_that_is_gone_already_is_gone(office: Office, finance: Player) -> None:
    await noted(office, file_id="", read_at=NOW)

    await office.until(GONE, ("2025-03", "", 1))
    assert await finance.count_of("没能从聊天里删除") == 0


async def test_a_fetch_that_fails_for_now_is_tried_again(office: Office, finance: Player) -> None:
    await office.sandbox.makes_trouble(502, method="getFile", times=1)

    await sent(finance, GOOD)

    await finance.sees("2025-03 扣款批次", button="生成批次")


async def test_a_message_that_cannot_be_deleted_is_for_the_sender_to_delete(
    office: Office, finance: Player
) -> None:
    old = await finance.says("以前的")
    await office.sandbox.wind(hours=49)
    await noted(office, file_id="", read_at=NOW, message_id=old)

    await finance.sees("没能从聊天里删除", within=60)
    await office.until(GONE, ("2025-03", "", 1))


async def test_who_is_in_finance_no_more_when_it_is_read_brings_nothing_in(
    office: Office, finance: Player
) -> None:
    await office.sandbox.makes_trouble(502, method="getFile", times=1)
    await sent(finance, GOOD)
    async with office.units.open(NOW) as uow:
        person = await uow.persons.get(1)
        await uow.persons.put(replace(person, grants=(Grant(Role.EMPLOYEE),)))

    await finance.sees("扣款批次由财务办理")
    assert await office.rows(UNTAKEN) == [(0,)]


async def test_nobody_else_is_asked_for_wages(office: Office, finance: Player) -> None:
    auditor = await office.hires("E08")

    await auditor.says("/payroll")
    listed = await auditor.sees("扣款批次")

    assert "📤 上传工资表" not in listed.labels
    assert finance.name == "何静"


async def test_the_workbook_goes_out_and_comes_back_filled_in(office: Office, finance: Player) -> None:
    closer = await office.hires("E30", grants=(Grant(Role.FINANCE),))
    await sent(finance, GOOD)
    await (await finance.sees("2025-03 扣款批次", button="生成批次")).press("生成批次")
    await (await closer.sees("请核对后关闭", button="关闭批次")).press("关闭批次")
    await (await finance.sees("关闭并记账", button="📥 上传实扣", ever=True)).press("📥 上传实扣")
    await finance.sees("填好“实扣”一列")

    slips = sheet(("1", "E17", "500.00"), heading=("行号", "工号", "实扣"))
    await finance.sends_file(slips, kind="document", name="实扣.xlsx")

    await finance.sees("工资条“实扣.xlsx”已经读入")
    await finance.sees("张伟（E17）：批次 510.00 元，工资条 500.00 元", button="登记实扣", ever=True)
    await office.until("SELECT COUNT(*) FROM wages_uploads WHERE gone_at IS NOT NULL", (2,))
