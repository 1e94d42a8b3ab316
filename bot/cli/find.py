"""`gongdao find WORDS…`: cases by number, customer, order, person or words, as the bot's /find does."""

import asyncio
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import click

from bot.cli.columns import in_columns
from bot.cli.shell import Shell
from bot.cli.store import settings_with_cases
from bot.company_database import company_database
from bot.render.strings import strings_of
from bot.settings import Settings
from bot.storage.filling_index import fill_index
from bot.storage.unit_of_work import UnitsOfWork
from core.finding import tags
from core.finding.question import question_of_all
from core.finding.segments import phrases_in
from core.model.case import Case
from core.model.company import Company

# a terminal's screenful; a program can take more
SHOWN, MOST = 50, 1000
EXAMPLES = """\b
例子 · Examples:
  gongdao find 水泵 漏水
  gongdao find SO-20871 --json
  gongdao find --open --site suzhou
"""


@click.command(epilog=EXAMPLES)
@click.argument("words", nargs=-1, metavar="WORDS...")
@click.option("--open", "is_open", is_flag=True, help="只要未关闭的 · only those still open")
@click.option(
    "--site",
    metavar="ID",
    help="只要这个厂区的（配置里的 id）· only this site's (its id in the configuration)",
)
@click.option("--json", "is_json", is_flag=True, help="以 JSON 输出 · as JSON")
@click.option("--rebuild", "is_anew", is_flag=True, help="先重建索引 · build the index anew first")
@click.pass_obj
def find(
    shell: Shell,
    words: tuple[str, ...],
    is_open: bool,
    site: str | None,
    is_json: bool,
    is_anew: bool,
) -> None:
    """查找案件：编号、客户、订单、人或文字，几个词都要有；不写词则列出最新的 · find cases, the newest first.

    By number, customer, order, part, person or words; several words must all be there. Two Chinese characters
    are enough; people are found by name, employee number or pinyin initials. Without words: all. At most 50 are
    listed, 1000 as JSON.
    """
    settings = settings_with_cases(shell, site)
    company = settings.company()
    among = (*(((tags.OPEN,),) if is_open else ()), *(((tags.at_site(site),),) if site else ()))
    rebuilt, cases = asyncio.run(
        _find(settings, " ".join(words), among, MOST if is_json else SHOWN, is_anew=is_anew)
    )
    if is_anew:
        shell.complain("find_rebuilt", count=rebuilt)
    _show(shell, cases, company, is_json=is_json, words=" ".join(words))


async def _find(
    settings: Settings, words: str, among: tuple[tuple[str, ...], ...], most: int, *, is_anew: bool
) -> tuple[int, tuple[Case, ...]]:
    async with company_database(settings) as units:
        filled = await fill_index(units, datetime.now(UTC), is_anew=is_anew)
        return filled, await _found(units, words, among, most)


async def _found(
    units: UnitsOfWork, words: str, among: tuple[tuple[str, ...], ...], most: int
) -> tuple[Case, ...]:
    async with units.reading(datetime.now(UTC)) as uow:
        sites = [site.id for site in uow.company.sites]
        wanted = question_of_all(words, sites, await uow.persons.where(), among)
        ids = await uow.case_index.find(wanted, most) if wanted else ()
        cases = await uow.cases.where(id=ids) if ids else ()
    return tuple(sorted(cases, key=lambda case: -case.id))


def _show(shell: Shell, cases: Iterable[Case], company: Company, *, is_json: bool, words: str) -> None:
    rows = [_row(case, company) for case in cases]
    if is_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        is_signs = bool(words) and not phrases_in(words)
        shell.say("find_signs" if is_signs else "find_none", words=words)
        return
    for line in in_columns([_cells(row, shell) for row in rows]):
        click.echo(line)


def _cells(row: dict[str, Any], shell: Shell) -> list[str]:
    """What was imported is marked beside its stage."""
    mark = f" ({shell.words.line('find_imported')})" if row["is_imported"] else ""
    stage = strings_of(shell.words.language).word("stage", row["stage"])
    shown = row | {"stage": f"{stage}{mark}"}
    return [str(shown[key]) for key in shown if key != "is_imported"]


def _row(case: Case, company: Company) -> dict[str, Any]:
    return {
        "number": case.number,
        "registered_on": company.day_at(case.site, case.registered_at).isoformat(),
        "stage": case.stage.value,
        "site": case.site,
        "customer": case.customer,
        "product": case.goods,
        "order_no": case.order_no,
        "happened": " ".join(case.happened.split()),
        "is_imported": case.import_id is not None,
    }
