"""`gongdao person …`: what the company holds of one person, handed out or proposed to be erased."""

import asyncio
from dataclasses import replace
from pathlib import Path

import click

from bot.cli.person_forget import forget
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.evidence.beside import EVIDENCE
from bot.evidence.folder import EvidenceFolder
from bot.persons.gathering import Belongings, gathered
from bot.persons.writing import write_belongings
from bot.trouble import trouble_in
from core.actions.person.export_person import export_person
from core.model.person import Person

# what the page tells in words, also where there is none of it
SHOWN = ("parties", "notices", "statements", "appeals")


@click.group()
def person() -> None:
    """一个人的资料：导出、清除 · one person's data: hand out, erase."""


@person.command()
@click.argument("employee_no")
@click.option(
    "--as", "actor_no", required=True, help="您的工号：人事、管理员或本人 · your number: HR, admin, or own"
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="空目录 · an empty folder",
)
@click.pass_obj
def export(shell: Shell, employee_no: str, actor_no: str, folder: Path) -> None:
    """导出关于一个人的全部资料 · everything that is held of one person: JSON, files, a page to read."""
    one, things = asyncio.run(_gathered(shell, employee_no, actor_no))
    own = {**{name: [] for name in SHOWN}, **things.own}
    page = shell.words.line("person_page", person=one, own=own, done=things.done)
    source = EvidenceFolder(shell.settings().data / EVIDENCE)
    try:
        written = write_belongings(things, page, source, folder)
    except OSError as error:
        if trouble_in(error):
            raise
        shell.complain("person_not_written", folder=folder, why=error.strerror or "")
        raise SystemExit(BAD_INPUT) from error
    shell.say("person_written", written=written, folder=folder, name=one.name)


async def _gathered(shell: Shell, employee_no: str, actor_no: str) -> tuple[Person, Belongings]:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            one = await person_numbered(employee_no, uow)
            actor = await person_numbered(actor_no, uow)
            wages = await export_person(one, actor=actor, uow=uow)
            things = await gathered(one, uow.connection)
    opened = [{"month": month, "wage": str(note.wage), "limit": str(note.limit)} for month, note in wages]
    return one, replace(things, wages=opened)


person.add_command(forget)
