"""`gongdao payroll`: a month prepared, written, and read back, by files as people make them."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.company_database import company_database
from bot.settings import settings_from
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.money.close_payroll import close_payroll
from core.actions.money.make_payroll import make_payroll
from core.ledger.balances import owed_by
from core.model.money import Money
from tests.bot.cli.desk import Desk
from tests.core.ledger.make_postings import charged
from tests.core.payroll.make_payroll import notice
from tests.make import case

SETTLED = """
name = "恒远"
[sites.main]
name = "总厂"
[[rulebooks]]
id = "logistics-liability"
since = 2024-01-01
[contract]
clause = "第十二条"
rule_published_on = 2024-06-17
[minimum_wages]
main = "2490.00"
"""
STAFF = """工号,姓名,部门,角色,厂区
E1,赵刚,总经办,总经理@*; 财务,总厂
E2,陈洁,品管部,财务,总厂
E3,张伟,仓储部,,总厂
E4,周敏,仓储部,,总厂
"""


class PayrollDesk(Desk):
    """A company in which 张伟 (E3) owes 876.00 and 周敏 (E4) owes 146.00."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file("gongdao.toml", SETTLED)
        staff = self.file("staff.csv", STAFF)
        assert self.run("staff", "import", staff, "--yes").exit_code == 0
        self.within(_owing)

    def within(self, act: Callable[[SqlUnitOfWork], Awaitable[Any]]) -> Any:
        async def opened() -> Any:
            settings = settings_from(self.folder / "gongdao.toml")
            async with (
                company_database(settings) as units,
                units.open(datetime(2025, 4, 2, tzinfo=UTC)) as uow,
            ):
                return await act(uow)

        return asyncio.run(opened())

    def wages(self, *rows: tuple[str | float | None, ...], name: str = "wages.xlsx") -> str:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (("工号", "姓名", "应发工资", "奖金"), *rows):
            sheet.append(list(row))
        book.save(self.folder / name)
        return str(self.folder / name)

    def closed(self) -> None:
        self.within(_made)
        self.within(_closed)


async def _owing(uow: SqlUnitOfWork) -> None:
    for number, (employee_no, fen) in enumerate((("E3", 87600), ("E4", 14600)), 1):
        person = await uow.persons.one(employee_no=employee_no)
        assert person is not None
        if number == 1:
            await uow.cases.add(case(site="main", occurred_on=date(2025, 3, 1)))
        given = await uow.notices.add(notice(0, 1, person_id=person.id, number=f"TZ-2025-000{number}"))
        await uow.ledger.book(charged(fen, person_id=person.id, notice_id=given.id))


async def _made(uow: SqlUnitOfWork) -> None:
    finance = await uow.persons.one(employee_no="E1")
    batch = await uow.batches.get(1)
    assert finance is not None
    await make_payroll(1, batch.version, actor=finance, uow=uow)


async def _closed(uow: SqlUnitOfWork) -> None:
    finance = await uow.persons.one(employee_no="E2")
    batch = await uow.batches.get(1)
    assert finance is not None
    await close_payroll(1, batch.version, actor=finance, uow=uow)


@pytest.fixture(scope="module")
def first_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("payroll")
    PayrollDesk(folder)
    return folder


@pytest.fixture
def desk(first_desk: Path, tmp_path: Path) -> PayrollDesk:
    shutil.copytree(first_desk, tmp_path, dirs_exist_ok=True)
    made = object.__new__(PayrollDesk)
    made.folder = tmp_path
    return made


def test_a_month_is_prepared_made_written_and_read_back(desk: PayrollDesk) -> None:
    file = desk.wages(("E3", "张伟", 3000, "x"), ("E4", "周敏", 4000.5, None))
    result = desk.run("payroll", "prepare", file, "--month", "2025-03")
    assert (result.exit_code, "E3 张伟: 510.00 yuan withheld, 366.00 left" in result.output) == (0, True)

    desk.closed()
    out = desk.folder / "out.xlsx"
    assert desk.run("payroll", "export", str(out), "--month", "2025-03").exit_code == 0
    book = load_workbook(out)
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][1:8] == ("E3", "张伟", "250303", "5.1", 876, 510, 366)
    assert (rows[3][2], rows[3][3], rows[3][6]) == ("total withheld", "lines 2", 656)

    sheet["J2"], sheet["J3"] = 500, 146
    book.save(out)
    back = desk.run("payroll", "import-back", str(out), "--month", "2025-03", lang="zh-Hans")
    assert back.exit_code == 0, back.output
    assert "批次 510.00 元，工资条 500.00 元" in back.output
    assert "1 行不同" in back.output


def test_what_is_not_closed_does_not_go_to_payroll(desk: PayrollDesk) -> None:
    desk.run("payroll", "prepare", desk.wages(("E3", "张伟", 3000)), "--month", "2025-03")
    out = desk.folder / "early.xlsx"

    early = desk.run("payroll", "export", str(out), "--month", "2025-03")

    assert (early.exit_code, out.exists()) == (1, False)
    assert "is not closed" in early.stderr


def test_a_month_far_ahead_is_not_prepared(desk: PayrollDesk) -> None:
    ahead = desk.run("payroll", "prepare", desk.wages(("E3", "张伟", 3000)), "--month", "2098-03")

    assert (ahead.exit_code, "is yet to come" in ahead.stderr) == (1, True)


def test_a_closed_month_cannot_be_prepared_again(desk: PayrollDesk) -> None:
    file = desk.wages(("E3", "张伟", 3000))
    desk.run("payroll", "prepare", file, "--month", "2025-03")
    desk.closed()

    again = desk.run("payroll", "prepare", file, "--month", "2025-03")
    other = desk.run("payroll", "prepare", file, "--month", "2025-04")

    assert (again.exit_code, other.exit_code) == (1, 1)
    assert "KK-2025-001 of 2025-03 is made or closed" in again.stderr
    assert "was used for 2025-03" in other.stderr


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_every_bad_row_is_named_and_nothing_is_taken(desk: PayrollDesk, lang: str) -> None:
    file = desk.wages(
        ("E3", "张伟", "五千"),
        ("E3", "张伟", 3000),
        ("E99", "谁", 3000),
        ("E4", "=cmd|' /C calc'!A0", -5),
        ("E4", "周敏", "=1+1"),
        ("", "", 1),
    )

    result = desk.run("payroll", "prepare", file, "--month", "2025-03", lang=lang)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 9
    assert desk.run("payroll", "print", "--month", "2025-03").exit_code == 1


def test_a_table_that_is_no_table_is_refused(desk: PayrollDesk) -> None:
    for name, text in (("a.pdf", "x"), ("b.csv", ""), ("c.xlsx", "x"), ("d.csv", "工号,工号\nE3,1\n")):
        result = desk.run("payroll", "prepare", desk.file(name, text), "--month", "2025-03")
        assert result.exit_code == 2, name
    assert desk.run("payroll", "prepare", "none.csv", "--month", "2025-03").exit_code == 2
    assert desk.run("payroll", "print", "--month", "March").exit_code == 2


def test_a_printed_preview_says_what_is_asked(desk: PayrollDesk) -> None:
    desk.run("payroll", "prepare", desk.wages(("E3", "张伟", 3000)), "--month", "2025-03")

    printed = desk.run("payroll", "print", "--month", "2025-03", lang="zh-Hans")

    assert "请看：E4 周敏：当月工资表里没有这个人，146.00 元" in printed.output
    assert "合计：扣 510.00 元" in printed.output


def test_payslips_with_faults_change_nothing(desk: PayrollDesk) -> None:
    desk.run("payroll", "prepare", desk.wages(("E3", "张伟", 3000)), "--month", "2025-03")
    desk.closed()
    out = desk.folder / "out.xlsx"
    desk.run("payroll", "export", str(out), "--month", "2025-03")

    back = desk.run("payroll", "import-back", str(out), "--month", "2025-03")

    assert back.exit_code == 2
    assert "withheld" in back.stderr


def test_no_wage_stands_in_the_database(desk: PayrollDesk) -> None:
    desk.run(
        "payroll",
        "prepare",
        desk.wages(("E3", "张伟", 13456789.01), ("E4", "周敏", 4567.89)),
        "--month",
        "2025-03",
    )
    desk.closed()

    bytes_there = b"".join(file.read_bytes() for file in (desk.folder / "data").glob("gongdao.sqlite3*"))
    assert b"13456789.01" not in bytes_there
    assert b"1345678901" not in bytes_there


def test_the_ledger_follows_the_batch(desk: PayrollDesk) -> None:
    desk.run(
        "payroll", "prepare", desk.wages(("E3", "张伟", 3000), ("E4", "周敏", 4000)), "--month", "2025-03"
    )
    desk.closed()

    async def owed(uow: SqlUnitOfWork) -> Money:
        return owed_by(await uow.ledger.owed())

    assert desk.within(owed) == Money(36600)
