"""`gongdao report`: the week's or the month's report, as text, as JSON, or as the files that the chat gives."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.days import DAY, MONTH
from bot.cli.report_output import case_lines, cases_of, names_of_figures, plain_report, report_lines
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import only_reading, settings_with_cases
from bot.cli.written_file import write_file
from bot.documents.report_picture import report_paper, report_picture
from bot.documents.report_sheet import report_sheet
from bot.documents.report_traces import traces
from bot.documents.report_words import ReportWords
from bot.settings import Settings
from core.actions.report.read_report import report_page
from core.actions.report.trace_report import ALL, trace_report
from core.model.company import Company
from core.reports.figures import figure_named
from core.reports.page import ReportForm, ReportPage
from core.reports.period import ReportPeriod, reported

EXAMPLES = """\b
例子 · Examples:
  gongdao report
  gongdao report --month 2025-03 --pdf march.pdf --xlsx march.xlsx
  gongdao report --month 2025-03 --cases open
  gongdao report --month 2025-03 --cases product.P-300 --json
  gongdao report --from 2025-01-01 --to 2025-03-31 --site suzhou --json
"""
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
@click.option(
    "--cases",
    "figure",
    metavar="FIGURE",
    help="这个数字是哪些案件；名称在报表每行末尾，如 open、loss、cause.method · the cases behind this figure,"
    " by its name at the end of each line of the report",
)
@click.option("--json", "is_json", is_flag=True, help="以 JSON 输出 · as JSON")
@click.pass_obj
def report(
    shell: Shell,
    /,
    site: str | None,
    figure: str | None,
    *,
    persons: bool,
    is_json: bool,
    **asked: Any,  # noqa: ANN401 - as click has read them
) -> None:
    """报表：登记、关闭、逾期、四项指标、原因、走势 · what happened in a week or a month, as /report shows it.

    Each line ends with the name of its figure; `--cases NAME` lists the cases behind it, the amounts they add where it
    is a sum. As JSON the report has all its figures with the numbers of their cases.
    """
    settings = settings_with_cases(shell, site)
    company = settings.company()
    period = _period(shell, asked, company)
    is_traced = is_json or figure is not None or bool(asked["xlsx"] or asked["pdf"])
    page = asyncio.run(
        _read(settings, period, site, shell.words.language, with_persons=persons, is_traced=is_traced)
    )
    _write(shell, page, asked, company)
    words = ReportWords(page)
    if figure is not None:
        _show_cases(shell, words, figure, company, is_json=is_json)
    elif is_json:
        click.echo(json.dumps(plain_report(words), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(report_lines(words.said())))


def _show_cases(shell: Shell, words: ReportWords, figure: str, company: Company, *, is_json: bool) -> None:
    """What stands behind it; ends with code 2 and the figures there are for one that the report does not have."""
    found = next((one for one in traces(words) if one.figure.name == figure), None)
    if found is None and figure_named(words.report, figure) is None:
        shell.complain("report_figure_unknown", figure=figure, figures=names_of_figures(words))
        raise SystemExit(BAD_INPUT)
    rows = cases_of(found, company) if found else []
    if is_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif rows:
        click.echo("\n".join(case_lines(rows, shell)))
    else:
        shell.say("report_figure_empty", figure=figure)


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
    settings: Settings,
    period: ReportPeriod,
    site: str | None,
    language: str,
    *,
    with_persons: bool,
    is_traced: bool,
) -> ReportPage:
    async with only_reading(settings) as uow:
        sites = (site,) if site else tuple(one.id for one in uow.company.sites)
        page = await report_page(period, sites, language=language, uow=uow, with_persons=with_persons)
        return await trace_report(page, uow=uow, most=ALL) if is_traced else page


def _write(shell: Shell, page: ReportPage, asked: dict[str, Any], company: Company) -> None:
    """Write the files that were asked for."""
    makers: dict[str, Callable[[], bytes]] = {
        "picture": lambda: report_picture(page, ReportForm.OVERVIEW, company.name),
        "xlsx": lambda: report_sheet(page, company.zone(page.report.sites[0])),
        "pdf": lambda: report_paper(page, company.name),
    }
    for name, make in makers.items():
        if asked[name]:
            write_file(shell, asked[name], make())
