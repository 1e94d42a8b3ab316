"""A month's batch: the wages from a workbook, made by one and closed by another in chat, the payslips read back."""

from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook

from bot.cli.shell_words import ShellWords
from bot.payroll.sheet import payroll_sheet
from bot.sheets.table import read_table
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_payroll import payroll_view
from core.actions.money.report_payroll import report_payroll
from core.model.money import Money
from core.payroll import payslips, wages
from core.payroll.batch import Batch
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.fakes import FakeUnitOfWork
from tests.year.hands import Hands

MAKER: Final = "E06"
CLOSER: Final = "E30"
# payroll withheld a little less on so many lines
EVERY: Final = 11
WORDS: Final = ShellWords.of("zh-Hans")


class PayrollPlay:
    """One month after the other."""

    def __init__(self, uow: FakeUnitOfWork, folder: Path) -> None:
        self.uow = uow
        self.hands = Hands(uow)
        self.folder = folder

    async def is_paid(self, month: Month, earned: dict[str, Money]) -> PayrollView:
        """Prepared, made, closed, exported, read back, booked."""
        batch = (await self._prepared(month, earned)).batch
        await (await self.hands.of(MAKER)).taps("pay_make", batch.id)
        await (await self.hands.of(CLOSER)).taps("pay_close", batch.id)
        await self._read_back(await self.uow.batches.get(batch.id))
        await (await self.hands.of(MAKER)).taps("pay_settle", batch.id)
        return await payroll_view(await self.uow.batches.get(batch.id), uow=self.uow)

    async def _prepared(self, month: Month, earned: dict[str, Money]) -> PayrollView:
        file = self.folder / f"wages-{month}.xlsx"
        _written(
            file,
            [("工号", "应发工资", "月份"), *((no, str(wage), str(month)) for no, wage in earned.items())],
        )
        sheet = read_table(file, wages.COLUMNS.columns_of, wages.COLUMNS.faults_in)
        read = wages.read_wages(sheet.rows, month, await self.uow.persons.where())
        assert (sheet.faults, read.faults) == ((), ())
        return await prepare_payroll(month, read.by_person, sheet.sha256, uow=self.uow)

    async def _read_back(self, batch: Batch) -> None:
        file = self.folder / f"payroll-{batch.month}.xlsx"
        view = await payroll_view(batch, uow=self.uow)
        cases = await self.uow.cases.where(id=tuple({line.case_id for line in view.lines}))
        file.write_bytes(payroll_sheet(view, {case.id: case for case in cases}, WORDS))
        _filled_in(file)
        sheet = read_table(file, payslips.COLUMNS.columns_of, payslips.COLUMNS.faults_in)
        numbers = {one.person.id: one.person.employee_no for one in view.people}
        read = payslips.read_payslips(sheet.rows, view.lines, numbers)
        assert (sheet.faults, read.faults) == ((), ())
        await report_payroll(batch.id, read.by_line, uow=self.uow)


def _written(file: Path, rows: list[tuple[str, ...]]) -> None:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(file)


def _filled_in(file: Path) -> None:
    """Whoever pays the wages enters what was withheld beside each line, a yuan less on some."""
    book = load_workbook(file)
    sheet: Any = book.active
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        line = sheet.cell(row, heads["行号"]).value
        if line:
            amount = sheet.cell(row, heads["本月扣"]).value
            is_less = int(line) % EVERY == 0 and amount > 1
            sheet.cell(row, heads["实扣"], round(amount - 1, 2) if is_less else amount)
    book.save(file)
