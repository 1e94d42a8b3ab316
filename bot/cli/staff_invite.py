"""`gongdao staff invite [NO …]`: one-time links, each printed with its QR code."""

import asyncio
from pathlib import Path

import click
import segno

from bot.cli.bot_name import bot_name
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.settings import Settings
from core.actions.person.invite_person import invite_person
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.invitations import link_of

PICTURE_SCALE = 8


@click.command()
@click.argument("numbers", nargs=-1, metavar="[EMPLOYEE_NO]...")
@click.option("--all", "is_all", is_flag=True, help="所有还没有账号的人 · everybody without an account")
@click.option(
    "--png",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="把二维码存成图片 · store the QR codes as pictures there",
)
@click.pass_obj
def invite(shell: Shell, numbers: tuple[str, ...], is_all: bool, folder: Path | None) -> None:
    """给员工一次性的邀请链接，72 小时内有效 · one-time links for staff, valid for 72 hours."""
    if not numbers and not is_all:
        shell.complain("invite_whom")
        raise SystemExit(BAD_INPUT)
    asyncio.run(_invite(shell, numbers, folder))


async def _invite(shell: Shell, numbers: tuple[str, ...], folder: Path | None) -> None:
    settings = shell.settings()
    name = await bot_name(shell, settings)
    with refusals_said(shell):
        links = await _links(settings, numbers, name)
    for person, link in links:
        _show(shell, person, link, folder)
    shell.say("invite_done", count=len(links))


async def _links(settings: Settings, numbers: tuple[str, ...], name: str) -> list[tuple[Person, str]]:
    async with unit_of_work(settings) as uow:
        people = await _people(numbers, uow)
        secrets = [await invite_person(person, uow=uow) for person in people]
    pairs = zip(people, secrets, strict=True)
    return [(person, link_of(name, secret)) for person, secret in pairs]


async def _people(numbers: tuple[str, ...], uow: UnitOfWork) -> list[Person]:
    if numbers:
        return [await person_numbered(number, uow) for number in dict.fromkeys(numbers)]
    unlinked = await uow.persons.where(chat_id=None)
    return [person for person in unlinked if person.left_on is None]


def _show(shell: Shell, person: Person, link: str, folder: Path | None) -> None:
    shell.say("invite_link", person=person, link=link)
    code = segno.make(link, micro=False)
    if folder is None:
        code.terminal(compact=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"{person.employee_no}.png"
    code.save(str(picture), scale=PICTURE_SCALE)
    # Whoever has the picture can try to link the account: keep it from others on this machine.
    picture.chmod(0o600)
    click.echo(picture)
