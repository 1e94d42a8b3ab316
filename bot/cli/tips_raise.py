"""`gongdao tips raise`: have a case reviewed for concealment, without a word of the tip."""

import asyncio

import click

from bot.cli.shell import Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.cli.tip_key import as_option
from core.actions.tip.raise_concealment import raise_concealment
from handlers.cleaning import cleaned


@click.command(name="raise")
@as_option
@click.option("--case", "case_number", required=True, help="案件编号 · number of the case")
@click.option(
    "--person", "people", multiple=True, required=True, help="要核查的人（工号），可多次 · who is to be asked"
)
@click.option("--to", "receiver", required=True, help="交给谁办：品管或调查人 · quality or the investigator")
@click.option("--words", default="", help="补充说明，不要提到举报 · more to say; do not mention a tip")
@click.pass_obj
def raise_(
    shell: Shell, employee_no: str, case_number: str, people: tuple[str, ...], receiver: str, words: str
) -> None:
    """请人核查一个案件是否隐瞒，不提举报 · have a case reviewed for concealment; nothing is said of a tip."""
    asyncio.run(_raise(shell, employee_no, case_number, people, receiver, cleaned(words)))


async def _raise(
    shell: Shell, employee_no: str, case_number: str, people: tuple[str, ...], receiver: str, words: str
) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            actor = await person_numbered(employee_no, uow)
            named = [await person_numbered(one, uow) for one in people]
            to = await person_numbered(receiver, uow)
            await raise_concealment(case_number, named, to, actor=actor, uow=uow, words=words)
    shell.say("tips_raised", number=case_number, to=to)
