"""`gongdao payroll …`: prepare a month from its wages, print it, write it for payroll, read the payslips back."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import refusals_said, unit_of_work
from bot.cli.written_file import write_file
from bot.payroll.fault_words import fault_said
from bot.payroll.sheet import payroll_sheet
from bot.sheets.heading import ColumnsOf
from bot.sheets.table import FaultsIn, TableSheet, read_table
from core.actions.money.issue_payroll_paper import check_final
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_payroll import payroll_view
from core.actions.money.report_payroll import report_payroll
from core.errors import NoSuchThing
from core.model.staff import StaffFault
from core.payroll import payslips, wages
from core.payroll.month import Month
from core.payroll.view import PayrollView
from core.ports import UnitOfWork


class MonthType(click.ParamType[Month]):
    """A month, as 2025-03."""

    name = "month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        """Read it; a usage error for anything else."""
        try:
            return Month.of(str(value))
        except ValueError:
            self.fail(f"{value!r}: 请写成 2025-03 · write it as 2025-03", param, ctx)


MONTH = MonthType()
month_option = click.option(
    "--month", type=MONTH, required=True, help="工资月份 · month of the wages: 2025-03"
)
file_argument = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def payroll() -> None:
    """工资扣款：准备、打印、导出、读入实扣；生成和关闭在聊天里按 /payroll · prepare and print; closing is done in chat."""


@payroll.command()
@file_argument
@month_option
@click.pass_obj
def prepare(shell: Shell, file: Path, month: Month) -> None:
    r"""读入当月工资，算出预览，发给财务 · take the month's wages and bring the preview to finance.

    \b
    列 · columns (* 必填 needed): 工号* employee no, 应发工资* wage, 姓名 name, 月份 month
    只保存有欠款的人的工资，加密；两年后清除。
    Only the wages of those who owe something are kept, encrypted, and erased after two years.
    """
    sheet = _sheet(shell, file, wages.COLUMNS.columns_of, wages.COLUMNS.faults_in)
    asyncio.run(_prepare(shell, sheet, month))


async def _prepare(shell: Shell, sheet: TableSheet, month: Month) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            read = wages.read_wages(sheet.rows, month, await uow.persons.where())
            _refuse(shell, read.faults)
            view = await prepare_payroll(month, read.by_person, sheet.sha256, uow=uow)
    _say(shell, view)
    shell.say("payroll_next")


@payroll.command(name="print")
@month_option
@click.pass_obj
def print_(shell: Shell, month: Month) -> None:
    """打印一个月的批次 · print a month's batch."""
    asyncio.run(_print(shell, month))


async def _print(shell: Shell, month: Month) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            _say(shell, await _view(month, uow))


@payroll.command()
@file_argument
@month_option
@click.pass_obj
def export(shell: Shell, file: Path, month: Month) -> None:
    """把已关闭的批次写成给工资部门的 XLSX，带控制合计 · write a closed batch as XLSX for payroll, with control totals."""
    asyncio.run(_export(shell, file, month))


async def _export(shell: Shell, file: Path, month: Month) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            view = await _view(month, uow)
            check_final(view)
            cases = await uow.cases.where(id=tuple({line.case_id for line in view.lines}))
    write_file(shell, file, payroll_sheet(view, {case.id: case for case in cases}, shell.words))
    shell.say("payroll_written", file=file, lines=len(view.lines), withheld=view.withheld)


@payroll.command(name="import-back")
@file_argument
@month_option
@click.pass_obj
def import_back(shell: Shell, file: Path, month: Month) -> None:
    """读入工资条的实扣，显示差额；在聊天里登记 · read back what was withheld; it is booked in chat."""
    sheet = _sheet(shell, file, payslips.COLUMNS.columns_of, payslips.COLUMNS.faults_in)
    asyncio.run(_import_back(shell, sheet, month))


async def _import_back(shell: Shell, sheet: TableSheet, month: Month) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            view = await _view(month, uow)
            numbers = {one.person.id: one.person.employee_no for one in view.people}
            read = payslips.read_payslips(sheet.rows, view.lines, numbers)
            _refuse(shell, read.faults)
            view = await report_payroll(view.batch.id, read.by_line, uow=uow)
    for line in view.differing:
        shell.say("payroll_differs", number=numbers[line.person_id], line=line)
    shell.say("payroll_reported", count=len(view.differing))


async def _view(month: Month, uow: UnitOfWork) -> PayrollView:
    batch = await uow.batches.one(month=str(month))
    if batch is None:
        raise NoSuchThing("batch_unknown", month=str(month))
    return await payroll_view(batch, uow=uow)


def _say(shell: Shell, view: PayrollView) -> None:
    state = shell.words.labels["payroll_states"][view.batch.state.value]
    shell.say("payroll_head", batch=view.batch, state=state)
    for one in view.people:
        shell.say("payroll_person", one=one)
    for question in view.questions:
        names = {one.person.id: one.person for one in view.people}
        why = shell.words.labels["payroll_holds"][question.kind]
        shell.say("payroll_question", person=names[question.person_id], why=why, amount=question.amount)
    shell.say("payroll_totals", view=view)


def _sheet(shell: Shell, file: Path, columns_of: ColumnsOf, faults_in: FaultsIn) -> TableSheet:
    try:
        sheet = read_table(file, columns_of, faults_in)
    except OSError as error:
        shell.complain("staff_unreadable", file=file, why=error.strerror)
        raise SystemExit(BAD_INPUT) from error
    _refuse(shell, sheet.faults)
    return sheet


def _refuse(shell: Shell, faults: Iterable[StaffFault]) -> None:
    every = tuple(faults)
    for fault in every:
        click.echo(fault_said(fault, shell.words), err=True)
    if every:
        shell.complain("payroll_refused", count=len(every))
        raise SystemExit(BAD_INPUT)
