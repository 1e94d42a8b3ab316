"""`gongdao report`: the week's or the month's report, as text, as JSON, or as the files that the chat gives."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.columns import in_columns
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import settings_with_cases
from bot.company_database import company_database
from bot.documents.report_picture import report_paper, report_picture
from bot.documents.report_sheet import report_sheet
from bot.documents.report_words import ReportWords
from bot.settings import Settings
from core.actions.read_report import report_page
from core.model.company import Company
from core.reports.page import ReportForm, ReportPage
from core.reports.period import ReportPeriod, reported

EXAMPLES = """\b
例子 · Examples:
  gongdao report
  gongdao report --month 2025-03 --pdf march.pdf --xlsx march.xlsx
  gongdao report --from 2025-01-01 --to 2025-03-31 --site suzhou --json
"""
DAY = click.DateTime(["%Y-%m-%d"])
MONTH = click.DateTime(["%Y-%m"])
FILE = click.Path(path_type=Path, dir_okay=False, writable=True)


@click.command(epilog=EXAMPLES)
@click.option("--week", type=DAY, help="这一天所在的周 · the week with this day; the present week by default")
@click.option("--month", type=MONTH, help="这个月 · this month: 2025-03")
@click.option("--from", "first", type=DAY, help="从这一天 · from this day")
@click.option("--to", "last", type=DAY, help="到这一天（含）· to this day, included")
@click.option(
    "--site",
    metavar="ID",
    help="只要这个厂区的（配置里的 id）· only this site's (its id in the configuration)",
)
@click.option("--persons", is_flag=True, help="也列个人 · name persons too; mind who will read it")
@click.option("--picture", type=FILE, help="写成手机上看的图片 · write a picture for a phone (PNG)")
@click.option("--xlsx", type=FILE, help="写成 Excel · write a workbook")
@click.option("--pdf", type=FILE, help="写成 PDF · write a paper")
@click.option("--json", "is_json", is_flag=True, help="以 JSON 输出 · as JSON")
@click.pass_obj
def report(shell: Shell, /, site: str | None, *, persons: bool, is_json: bool, **asked: Any) -> None:  # noqa: ANN401 - as click has read them
    """报表：登记、关闭、逾期、四项指标、原因、走势 · what happened in a week or a month, as /report shows it."""
    settings = settings_with_cases(shell, site)
    company = settings.company()
    period = _period(shell, asked, company)
    page = asyncio.run(_read(settings, period, site, shell.words.language, with_persons=persons))
    _write(page, asked, company)
    words = ReportWords(page).said()
    click.echo(
        json.dumps(_plain(page), ensure_ascii=False, indent=1) if is_json else "\n".join(_lines(words))
    )


def _period(shell: Shell, asked: dict[str, Any], company: Company) -> ReportPeriod:
    """What was asked for; of the present week without anything. Ends with code 2 for what does not go together."""
    kinds = [name for name in ("week", "month", "first") if asked[name]]
    first, last = asked["first"], asked["last"]
    if len(kinds) > 1 or bool(first) != bool(last) or (first and last < first):
        shell.complain("report_period_unclear")
        raise SystemExit(BAD_INPUT)
    if first:
        return ReportPeriod(first.date(), last.date())
    if asked["month"]:
        return reported("monthly", asked["month"].date())
    return reported("weekly", asked["week"].date() if asked["week"] else _today(company))


def _today(company: Company) -> date:
    return datetime.now(UTC).astimezone(company.zone(company.sites[0].id)).date()


async def _read(
    settings: Settings, period: ReportPeriod, site: str | None, language: str, *, with_persons: bool
) -> ReportPage:
    async with company_database(settings) as units, units.open(datetime.now(UTC)) as uow:
        sites = (site,) if site else tuple(one.id for one in uow.company.sites)
        return await report_page(period, sites, language=language, uow=uow, with_persons=with_persons)


def _write(page: ReportPage, asked: dict[str, Any], company: Company) -> None:
    """Write the files that were asked for, each whole or not at all."""
    makers: dict[str, Callable[[], bytes]] = {
        "picture": lambda: report_picture(page, ReportForm.OVERVIEW, company.name),
        "xlsx": lambda: report_sheet(page, company.zone(page.report.sites[0])),
        "pdf": lambda: report_paper(page, company.name),
    }
    for name, make in makers.items():
        if asked[name]:
            asked[name].write_bytes(make())


def _lines(said: dict[str, Any]) -> Iterator[str]:
    yield f"{said['title']} · {said['subtitle']}"
    yield ""
    yield from in_columns([[one["name"], one["value"]] for one in (*said["numbers"], *said["sums"])])
    yield ""
    yield from in_columns([[one["name"], one["value"], one["note"]] for one in said["indicators"]])
    for name, bars in (
        (said["texts"]["causes"], said["bars"]),
        *((one["name"], one["bars"]) for one in said["groups"]),
    ):
        if bars:
            yield ""
            yield name
            yield from in_columns(
                [[bar["name"], str(bar["size"]), bar["share"], bar["loss"]] for bar in bars]
            )
    if said["persons"]:
        yield ""
        yield from in_columns([[one["name"], one["value"]] for one in said["persons"]])


def _plain(page: ReportPage) -> dict[str, Any]:
    """Figures by their ids, amounts in fen, rates in millionths; numbers of cases where cases stand behind a figure."""
    shown, numbers = page.report, {case.id: case.number for case in page.cases}
    return {
        "from": shown.period.first.isoformat(),
        "to": shown.period.last.isoformat(),
        "sites": list(shown.sites),
        "counts": {name: len(ids) for name, ids in shown.counts.items()},
        "sums_fen": dict(shown.sums),
        "indicators": {
            one.id.value: {"part": one.part, "whole": one.whole, "rate": one.rate} for one in shown.indicators
        },
        "causes": [
            {
                "cause": bar.key,
                "count": bar.count,
                "loss_fen": bar.loss,
                "cases": [numbers[one] for one in bar.cases],
            }
            for bar in shown.causes
        ],
        "groups": {
            name: [{"key": bar.key, "count": bar.count, "loss_fen": bar.loss} for bar in bars]
            for name, bars in shown.groups.items()
        },
        "costs_fen": dict(shown.costs),
        "history": list(shown.history),
        "charges_fen": dict(shown.charges),
    }
