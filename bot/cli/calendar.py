"""`gongdao calendar import FILE`: working days of a year, or those of one site, taken whole or not at all."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import unit_of_work
from bot.sheets.calendar import Rows, read_calendar_file
from bot.working_days import working_days
from core.actions.deadline.import_calendar import import_calendar
from core.model.calendar_year import CalendarYear
from core.rules.deadline.calendar_rows import calendar_years


@click.group()
def calendar() -> None:
    """工作日历 · the calendar of working days."""


@calendar.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(shell: Shell, file: Path) -> None:
    r"""读入放假和调休安排（CSV 或 TOML）· take holidays and make-up days (CSV or TOML).

    \b
    CSV 列 · columns: 日期 date, 安排 kind (休 off | 班 worked), 厂区 site, 说明 note
      2027-10-01,休,,国庆
      2027-10-09,班,,国庆调休
      2027-11-11,休,suzhou,厂庆
    \b
    TOML: [published.2027]  off = ["01-01..01-03"]  worked = ["01-09"]  notice = "…"
          [sites.suzhou.2027]  off = ["11-11"]
    \b
    不写厂区：该年全部安排，要列全；写厂区：只列该厂不同的日子
    without a site: all of that year; with a site: only the days on which it differs
    """
    sites = {site.id for site in shell.settings().company().sites}
    rows, unreadable = _read(shell, file)
    years, faults = calendar_years(rows, sites, working_days(), datetime.now(UTC))
    if unreadable or faults:
        # an empty file is said once
        named = unreadable or faults
        for fault in named:
            shell.complain(fault.what, where=fault.where, found=fault.found, sites=", ".join(sorted(sites)))
        shell.complain("calendar_refused", count=len(named))
        raise SystemExit(BAD_INPUT)
    asyncio.run(_take(shell, years))
    for year in years:
        shell.say("calendar_taken", year=year)


def _read(shell: Shell, file: Path) -> Rows:
    try:
        return read_calendar_file(file)
    except OSError as error:
        shell.complain("staff_unreadable", file=file, why=error.strerror)
        raise SystemExit(BAD_INPUT) from error


async def _take(shell: Shell, years: tuple[CalendarYear, ...]) -> None:
    async with unit_of_work(shell.settings()) as uow:
        await import_calendar(years, uow=uow)
