"""`gongdao person forget`: what would be erased and what stays, and the proposal that is decided in chat."""

import asyncio
from collections import Counter

import click

from bot.cli.shell import Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.persons.gathering import gathered
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.person.propose_forgetting import propose_forgetting
from core.actions.person.read_past import what_hinders
from core.model.person import Person


@click.command()
@click.argument("employee_no")
@click.option("--propose", is_flag=True, help="交给人事、管理员在聊天里决定 · have it decided in chat")
@click.option("--as", "actor_no", help="您的工号（提出时需要）· your number, to propose it")
@click.pass_obj
def forget(shell: Shell, employee_no: str, propose: bool, actor_no: str | None) -> None:
    """清除离职人员的姓名和文字：先看会清除什么 · erase name and words of whoever left; without --propose only shown."""
    if propose and not actor_no:
        raise click.UsageError(shell.words.line("person_forget_whose"))
    asyncio.run(_forget(shell, employee_no, actor_no if propose else None))


async def _forget(shell: Shell, employee_no: str, actor_no: str | None) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            one = await person_numbered(employee_no, uow)
            await _show(shell, one, uow)
            if actor_no:
                actor = await person_numbered(actor_no, uow)
                told = await propose_forgetting(one, actor=actor, uow=uow)
                shell.say("person_forget_proposed", names=[person.name for person in told])


async def _show(shell: Shell, one: Person, uow: SqlUnitOfWork) -> None:
    things = await gathered(one, uow.connection)
    counts = Counter({name: len(rows) for name, rows in things.own.items()})
    naming = await uow.traces.cases_naming(one.name)
    shell.say("person_forget_shown", person=one, counts=counts, words=len(things.words), naming=naming)
    for hindrance in await what_hinders(one, uow=uow):
        shell.say(f"person_forget_{hindrance.what}", hindrance=hindrance)
