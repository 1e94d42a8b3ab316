"""Founds the sample company: its staff with their accounts and groups, all through the real actions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from importlib.resources import as_file, files

from bot.sample.cast import GROUPS, PARTS
from bot.sample.history import tell_history
from bot.sample.person_of import person_of
from bot.sample.place import OPENING
from bot.sheets.staff import read_staff_sheet
from bot.sheets.taking import take_sheet
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.actions.company.link_group import link_group
from core.actions.person.answer_orientation import answer_orientation
from core.actions.person.invite_person import invite_person
from core.actions.person.link_account import link_account
from core.actions.person.open_invitation import open_invitation
from core.model.person import Person
from core.screens.home import home

ADMIN = "E09"


@asynccontextmanager
async def in_silence(units: UnitsOfWork, at: datetime) -> AsyncIterator[SqlUnitOfWork]:
    """A unit of work whose messages were read long ago: they are not sent again."""
    async with units.open(at) as uow:
        yield uow
        uow.messages.rows.clear()


async def found_staff(units: UnitsOfWork, at: datetime) -> None:
    """Import the staff file, link everybody who has Telegram, and link the groups."""
    async with in_silence(units, at) as uow:
        with as_file(files("bot.sample") / "staff.csv") as file:
            await take_sheet(read_staff_sheet(file), uow=uow)
    for minute, part in enumerate(PARTS, 1):
        async with in_silence(units, at + timedelta(minutes=minute)) as uow:
            person = await person_of(part.employee_no, uow)
            await _join(person, part.account, f"{part.name} (@{part.username})", uow)
    async with in_silence(units, at + timedelta(hours=1)) as uow:
        admin = await person_of(ADMIN, uow)
        for site, (chat_id, title, _) in GROUPS.items():
            await link_group(chat_id, title, site, actor=admin, uow=uow)


async def _join(person: Person, account: int, name: str, uow: SqlUnitOfWork) -> None:
    secret = await invite_person(person, uow=uow)
    invitation = await open_invitation(secret, account, uow=uow)
    if invitation is not None:
        await link_account(invitation, person.employee_no, account=name, uow=uow)
    await answer_orientation(actor=await person_of(person.employee_no, uow), uow=uow)


async def found_company(units: UnitsOfWork) -> None:
    """The whole company as it is when the sandbox opens."""
    await found_staff(units, OPENING - timedelta(days=240))
    await _greet(units)
    await tell_history(units)


async def _greet(units: UnitsOfWork) -> None:
    async with units.open(OPENING - timedelta(hours=1)) as uow:
        for part in PARTS:
            person = await person_of(part.employee_no, uow)
            await uow.outbox.tell(person, home(person, ()))
