"""`gongdao export`: everything out, as JSON lines with hashes and as a workbook."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Never

import click

from bot.cli.days import DAY
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import settings_with_cases
from bot.company_database import company_database
from bot.exporting.reading import Part
from bot.exporting.whole import listed_in, manifest_of, span_of
from bot.exporting.writing import Listed, TooManyRows, write_json, write_workbook
from bot.settings import Settings
from bot.trouble import trouble_in
from core.actions.company.note_export import note_export

EXAMPLES = """\b
例子 · Examples:
  gongdao export --json out.zip
  gongdao export --json out --xlsx out.xlsx --since 2025-01-01 --until 2025-03-31 --site suzhou
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--json",
    "place",
    type=click.Path(path_type=Path),
    help="写成 JSON：空目录或 .zip 文件 · JSON lines and a manifest with hashes: an empty folder, or a .zip file",
)
@click.option(
    "--xlsx", "book", type=click.Path(path_type=Path, dir_okay=False), help="写成 Excel · write a workbook"
)
@click.option("--since", type=DAY, help="从这一天登记的案件 · cases registered from this day")
@click.option("--until", type=DAY, help="到这一天（含）· to this day, included")
@click.option(
    "--site",
    metavar="ID",
    help="只要这个厂区的（配置里的 id）· only this site's (its id in the configuration)",
)
@click.pass_obj
def export(shell: Shell, /, **asked: Any) -> None:  # noqa: ANN401 - as click has read them
    """导出全部记录：案件、人、金额、决定、通知、账、事项、日志 · everything out: cases and all that belongs to them.

    Amounts are yuan, times UTC, persons by the ids in `persons`. Evidence is listed with its hashes; its files are in
    the backup. Wages and tips are sealed and not exported. With --since, --until or --site: the cases registered then
    and there with what belongs to them, and the staff. That it was exported is written to the log.
    """
    settings = settings_with_cases(shell, asked["site"])
    if not (asked["place"] or asked["book"]):
        shell.complain("export_nowhere")
        raise SystemExit(BAD_INPUT)
    part = Part(since=_day(asked["since"]), until=_day(asked["until"]), site=asked["site"])
    if part.since and part.until and part.until < part.since:
        shell.complain("export_backwards")
        raise SystemExit(BAD_INPUT)
    kinds, rows = asyncio.run(_export(shell, settings, part, asked))
    shell.say("export_written", kinds=kinds, rows=rows)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


async def _export(shell: Shell, settings: Settings, part: Part, asked: Mapping[str, Any]) -> tuple[int, int]:
    """Write it, as the database stands at one moment; first of all the log says so. How many kinds and rows."""
    now, company = datetime.now(UTC), settings.company()
    facts = {**span_of(part), "json": bool(asked["place"]), "xlsx": bool(asked["book"])}
    async with company_database(settings) as units:
        async with units.open(now) as uow:
            await note_export(facts, uow=uow)
        async with units.database.reading() as connection:
            zone = company.zone(part.site or company.sites[0].id)
            listed = await listed_in(part, zone, connection)
            await _write(shell, listed, manifest_of(part, company.name, now), asked)
    return len(listed), sum(one.count for one in listed)


async def _write(
    shell: Shell, listed: list[Listed], said: Mapping[str, object], asked: Mapping[str, Any]
) -> None:
    place, book = asked["place"], asked["book"]
    try:
        if place:
            await write_json(listed, said, place)
            shell.say("export_json", place=place)
        if book:
            await write_workbook(listed, shell.words.labels["export_kinds"], book)
            shell.say("export_book", place=book)
    except FileExistsError as error:
        shell.complain("export_not_empty", place=place)
        raise SystemExit(BAD_INPUT) from error
    except TooManyRows as error:
        shell.complain("export_too_many", name=error.name, rows=error.rows)
        raise SystemExit(BAD_INPUT) from error
    except OSError as error:
        _refuse(shell, error)


def _refuse(shell: Shell, fault: OSError) -> Never:
    """A place that cannot be written to ends with words and code 2, a full disk as everywhere."""
    if trouble_in(fault):
        raise fault
    shell.complain("export_unwritten", why=fault.strerror)
    raise SystemExit(BAD_INPUT) from fault
