"""The company's database, opened for one command of the shell."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.company_database import company_database
from bot.render.renderer import Renderer
from bot.settings import Settings
from bot.storage.unit_of_work import SqlUnitOfWork
from core.errors import NoSuchThing, Refusal
from core.model.person import Person
from core.ports import UnitOfWork


def settings_with_cases(shell: Shell, site: str | None) -> Settings:
    """The settings; ends with code 2 if the company has no such site, with code 1 if it has no database yet."""
    settings = shell.settings()
    sites = [one.id for one in settings.company().sites]
    if site and site not in sites:
        shell.complain("find_site_unknown", site=site, sites=sites)
        raise SystemExit(BAD_INPUT)
    if not settings.database.exists():
        shell.complain("find_nothing_kept", database=settings.database)
        raise SystemExit(1)
    return settings


@asynccontextmanager
async def unit_of_work(settings: Settings) -> AsyncIterator[SqlUnitOfWork]:
    """One unit of work now; committed at the end."""
    async with company_database(settings) as units, units.open(datetime.now(UTC)) as uow:
        yield uow


@asynccontextmanager
async def only_reading(settings: Settings) -> AsyncIterator[SqlUnitOfWork]:
    """What is kept now, for as long as it takes to read: a bot at work is not held up."""
    async with company_database(settings) as units, units.reading(datetime.now(UTC)) as uow:
        yield uow


async def person_numbered(employee_no: str, uow: UnitOfWork) -> Person:
    """The person with that employee number; NoSuchThing if there is none."""
    person = await uow.persons.one(employee_no=employee_no)
    if person is None:
        raise NoSuchThing("nobody_has_number", employee_no=employee_no)
    return person


@contextmanager
def refusals_said(shell: Shell) -> Iterator[None]:
    """Say a refusal in words and end with code 1."""
    try:
        yield
    except Refusal as refusal:
        words = Renderer(shell.settings().company())
        click.echo(words.sentence(shell.words.language, "errors", refusal.what, refusal.data), err=True)
        raise SystemExit(1) from refusal
