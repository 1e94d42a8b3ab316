"""`gongdao staff …`: import the staff file, invite people, unlink accounts."""

import asyncio

import click

from bot.cli.shell import Shell
from bot.cli.staff_import import import_
from bot.cli.staff_invite import invite
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from core.actions.person.unlink_account import unlink_account


@click.group()
def staff() -> None:
    """员工：导入、邀请、解除账号 · staff: import, invite, unlink."""


@staff.command()
@click.argument("employee_no")
@click.pass_obj
def unlink(shell: Shell, employee_no: str) -> None:
    """立即切断一个人的账号 · cut off somebody's account at once."""
    asyncio.run(_unlink(shell, employee_no))


async def _unlink(shell: Shell, employee_no: str) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            person = await person_numbered(employee_no, uow)
            await unlink_account(person, actor=None, uow=uow)
        shell.say("account_unlinked", name=person.name, employee_no=person.employee_no)


staff.add_command(import_)
staff.add_command(invite)
