"""`gongdao check`: what nobody could decide, and a log that was touched, each with what to do; code 1 if any."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial

import click

from bot.cli.shell import Shell
from bot.company_database import company_database
from bot.company_rulebooks import CompanyRulebooks
from bot.drift import drift_in
from bot.settings import Settings
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.storage.verify_log import verify_log
from core.model.company import Company
from core.model.person import Person
from core.rules.company.company_gaps import SetUp, gaps_in
from core.rules.company.entry_gaps import gaps_in_entry
from core.rules.duty.duty_gaps import gaps_in_duties
from core.rules.duty.posts_of import posts_of
from core.rules.staff.staff_gaps import Gap


@click.command()
@click.pass_obj
def check(shell: Shell) -> None:
    """检查配置、员工和日志，列出没人能决定的情况 · check settings and staff for what nobody could decide, and the log."""
    settings = shell.settings()
    gaps = asyncio.run(_gaps(shell, settings))
    for gap in gaps:
        shell.say(f"gap_{gap.what}", gap=gap)
    shell.say("check_count" if gaps else "check_clean", count=len(gaps))
    raise SystemExit(1 if gaps else 0)


async def _gaps(shell: Shell, settings: Settings) -> tuple[Gap, ...]:
    company = settings.company()
    today = datetime.now(company.zone(company.sites[0].id)).date()
    without_token = () if settings.token else (Gap("no_token"),)
    at_hand = settings.rulebooks_at_hand()
    posts = _posts(company, at_hand, today)
    entries = tuple(_of_entries(company, at_hand, today))
    duties = partial(_of_duties, company, at_hand, today)
    if not settings.database.exists():
        shell.say("check_no_staff")
        return (
            *without_token,
            *entries,
            *duties(()),
            *gaps_in(SetUp(company=company, people=(), groups=(), posts=posts, today=today)),
        )
    async with company_database(settings) as units:
        async with units.reading(datetime.now(UTC)) as uow:
            people, groups = await uow.persons.where(), await uow.groups.where()
            touched = await _touched(uow)
        touched = (*touched, *await _drifted(units))
    if not people:
        shell.say("check_no_staff")
    set_up = SetUp(company=company, people=people, groups=groups, posts=posts, today=today)
    return (*without_token, *touched, *entries, *duties(set_up.here()), *gaps_in(set_up))


async def _touched(uow: SqlUnitOfWork) -> tuple[Gap, ...]:
    """The first row of the log that does not fit its chain."""
    fault = await verify_log(uow.connection)
    return (Gap(f"log_{fault.kind.value}", str(fault.seq)),) if fault else ()


async def _drifted(units: UnitsOfWork) -> tuple[Gap, ...]:
    """What this program would compute otherwise than what people have before them."""
    now = partial(datetime.now, UTC)
    return tuple([Gap(f"drift_{one.kind}", one.number, one.said) async for one in drift_in(units, now)])


def _posts(company: Company, at_hand: CompanyRulebooks, today: date) -> dict[str, tuple[str, ...]]:
    in_force = {entry.rulebook for entry in company.in_force}
    return {id_: posts_of(at_hand.on(id_, today)) if id_ in in_force else () for id_ in at_hand.ids}


def _of_entries(company: Company, at_hand: CompanyRulebooks, today: date) -> Iterator[Gap]:
    """What is wrong with the settings beside a rulebook that is at hand."""
    for entry in company.in_force:
        if entry.rulebook in at_hand.ids:
            yield from gaps_in_entry(entry, at_hand.on(entry.rulebook, today))


def _of_duties(
    company: Company, at_hand: CompanyRulebooks, today: date, people: Sequence[Person]
) -> Iterator[Gap]:
    """Who does what each rulebook at hand demands, as far as nobody has settled it; each gap once."""
    entries = [entry for entry in company.in_force if entry.rulebook in at_hand.ids]
    found = (
        gap
        for entry in entries
        for gap in gaps_in_duties(entry, at_hand.on(entry.rulebook, today), company, people)
    )
    return iter(dict.fromkeys(found))
