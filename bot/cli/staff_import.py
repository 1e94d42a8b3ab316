"""`gongdao staff import FILE`: every fault named and nobody taken, or the changes shown and a yes awaited."""

import asyncio
from pathlib import Path

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.staff_words import fault_line, say_changes
from bot.cli.store import unit_of_work
from bot.sheets.staff import StaffSheet, read_staff_sheet
from bot.sheets.taking import UncleanSheet, compare_sheet, take_sheet
from core.rules.staff.staff_changes import StaffChanges


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="不再询问 · do not ask")
@click.pass_obj
def import_(shell: Shell, file: Path, yes: bool) -> None:
    r"""读入员工表（XLSX 或 CSV）· take a staff file (XLSX or CSV).

    \b
    列 · columns (* 必填 needed):
      工号* employee no       姓名* name            部门* department
      厂区* site              直接上级 manager      代理人 deputy
      角色 roles              地区 region           语言 language
      入职日期 joined on      调岗日期 transferred on
      离职日期 left on        (最后工作日；表里没有的人不算离职
                               the last day; absence is never leaving)
    \b
    角色 · roles, 例如 for example:
      品管@苏州厂; 主管@苏州厂/仓储部; 总经理@*
      不写 @：本人的厂区，主管另限本人的部门；@*：所有厂区
      without @: the person's own site, a supervisor's own department; @*: everywhere
      销售 sales · 品管 quality · 主管 supervisor · 复核 recheck · 厂长 director
      总经理 general_manager · 稽核 auditor · 财务 finance · 人事 hr
      员工 employee · 管理员 admin
    """
    sheet = _read(shell, file)
    try:
        changes = asyncio.run(_compare(shell, sheet))
        say_changes(shell, changes)
        if changes.are_none():
            return
        if not yes and not click.confirm(shell.words.line("staff_ask")):
            shell.say("staff_left_alone")
            raise SystemExit(1)
        asyncio.run(_take(shell, sheet))
    except UncleanSheet as unclean:
        for fault in unclean.faults:
            click.echo(fault_line(shell, fault), err=True)
        shell.complain("staff_refused", count=len(unclean.faults))
        raise SystemExit(BAD_INPUT) from unclean
    shell.say("staff_taken", changes=changes)


def _read(shell: Shell, file: Path) -> StaffSheet:
    try:
        sheet = read_staff_sheet(file)
    except OSError as error:
        shell.complain("staff_unreadable", file=file, why=error.strerror)
        raise SystemExit(BAD_INPUT) from error
    for line, column in sheet.cleaned:
        shell.complain("staff_cleaned", line=line, column=column)
    return sheet


async def _compare(shell: Shell, sheet: StaffSheet) -> StaffChanges:
    async with unit_of_work(shell.settings()) as uow:
        return await compare_sheet(sheet, uow=uow)


async def _take(shell: Shell, sheet: StaffSheet) -> None:
    async with unit_of_work(shell.settings()) as uow:
        await take_sheet(sheet, uow=uow)
