"""`gongdao import …`: earlier complaints, customers and products from a sheet, and taking an import back."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click

from bot.cli.import_words import refuse, say_complaints, say_names
from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import refusals_said, unit_of_work
from bot.company_database import company_database
from bot.importing import Aside, Prepared, entries_in, prepare, take_all, undo_all
from bot.sheets.earlier import EarlierSheet, read_earlier
from core.actions.company.undo_import import Undone
from core.imports.doubles import Compared
from core.imports.form import FORMS
from core.model.imported import Doubles, Import, ImportKind

_SAID_EVERY: Final = 5000
EXAMPLES: Final = """\b
例子 · Examples:
  gongdao import complaints old.xlsx
  gongdao import complaints old.xlsx --duplicates merge --yes
  gongdao import list
  gongdao import undo 3
"""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for one in (
        click.pass_obj,
        click.option(
            "--duplicates",
            "doubles",
            type=click.Choice([one.value for one in Doubles]),
            help="已有的：skip 跳过，merge 补上空着的栏，add 照样加 · what is there already: leave it out, fill what is "
            "empty there, or add it all the same",
        ),
        click.option("--yes", is_flag=True, help="真正导入 · take it in"),
        click.option(
            "--dry-run", "is_dry", is_flag=True, help="只看不导入（默认）· show only, as without --yes"
        ),
        click.argument("file", type=click.Path(path_type=Path, dir_okay=False)),
    ):
        command = one(command)
    return command


@click.group(name="import", epilog=EXAMPLES)
def import_() -> None:
    """导入以前的投诉、客户、产品（XLSX 或 CSV），可撤回 · take in earlier records; an import can be undone.

    Without --yes nothing is taken in: you see what would be added and what is there already. A file with faults is
    refused whole, each fault named with row and column.
    """


@import_.command()
@_options
def complaints(shell: Shell, file: Path, doubles: str | None, *, yes: bool, is_dry: bool) -> None:
    r"""以前的投诉，作为已关闭的案件 · earlier complaints, as closed cases under their own numbers.

    \b
    列 · columns (* 必填 needed):
      编号* number            客户* customer          收到日期* received on
      情况* what happened     厂区 site (有几个厂区时必填 needed if there are several)
      产品 product            产品编号 part no        订单 order no
      数量 quantity           不良数 defective        发生日期 occurred on
      关闭日期 closed on      诉求 demand             电话 phone
      原因 cause              措施 measures           结果 result
    没有时限、通知和事项；/find、相似案件和报表里有 · no clocks, notices or duties; found, compared and counted.
    """
    _take(shell, ImportKind.COMPLAINTS, file, doubles, is_real=_is_real(yes, is_dry))


@import_.command()
@_options
def customers(shell: Shell, file: Path, doubles: str | None, *, yes: bool, is_dry: bool) -> None:
    """客户名称，登记时可直接点选 · customers, to be picked at registration. Columns: 客户* customer, 语言 language."""
    _take(shell, ImportKind.CUSTOMERS, file, doubles, is_real=_is_real(yes, is_dry))


@import_.command()
@_options
def products(shell: Shell, file: Path, doubles: str | None, *, yes: bool, is_dry: bool) -> None:
    """产品名称，登记时可直接点选 · products, to be picked at registration. Column: 产品* product."""
    _take(shell, ImportKind.PRODUCTS, file, doubles, is_real=_is_real(yes, is_dry))


def _is_real(yes: bool, is_dry: bool) -> bool:
    if yes and is_dry:
        raise click.UsageError("--dry-run / --yes")
    return yes


@import_.command(name="list")
@click.pass_obj
def list_(shell: Shell) -> None:
    """列出以前的导入 · list the imports there were."""
    batches = asyncio.run(_batches(shell))
    for batch in batches:
        shell.say("import_listed", batch=batch, kind=shell.words.labels["import_kinds"][batch.kind.value])
    if not batches:
        shell.say("import_none")


async def _batches(shell: Shell) -> tuple[Import, ...]:
    async with unit_of_work(shell.settings()) as uow:
        return await uow.imports.where()


@import_.command()
@click.argument("batch", type=click.IntRange(1, 2**31))
@click.option("--yes", is_flag=True, help="不再询问 · do not ask")
@click.pass_obj
def undo(shell: Shell, batch: int, *, yes: bool) -> None:
    """撤回一次导入：加进来的去掉，补上的清空；以后用过的保留并说明 · take an import back; what was used since stays."""
    if not yes and not click.confirm(shell.words.line("import_ask_undo", id=batch)):
        shell.say("import_left_alone")
        raise SystemExit(1)
    undone = asyncio.run(_undo(shell, batch))
    shell.say("import_undone", undone=undone)
    for one in undone.stays:
        shell.say("import_stays", name=one)


async def _undo(shell: Shell, batch: int) -> Undone:
    with refusals_said(shell):
        async with company_database(shell.settings()) as units:
            return await undo_all(batch, units, _now)


def _take(shell: Shell, kind: ImportKind, file: Path, doubles: str | None, *, is_real: bool) -> None:
    sheet = _sheet(shell, kind, file)
    entries = _entries(shell, kind, file, sheet)
    source = Import(kind=kind, file_name=file.name, sha256=sheet.table.sha256, made_at=_now())
    prepared = asyncio.run(_compare(shell, source, entries))
    there = len(prepared.compared.doubles)
    shell.say("import_summary", new=len(prepared.compared.new), doubles=there)
    if prepared.batch.id:
        shell.say("import_interrupted", batch=prepared.batch)
    if not is_real:
        shell.say("import_dry", has_doubles=bool(there))
        return
    if there and doubles is None:
        shell.complain("import_doubles_open", count=there)
        raise SystemExit(1)
    batch = asyncio.run(_import(shell, prepared, Doubles(doubles or Doubles.SKIP.value)))
    shell.say("import_taken", batch=batch)


def _sheet(shell: Shell, kind: ImportKind, file: Path) -> EarlierSheet:
    """The file's rows; ends with code 2 if it cannot be read as such."""
    try:
        sheet = read_earlier(file, FORMS[kind])
    except OSError as error:
        shell.complain("staff_unreadable", file=file, why=error.strerror)
        raise SystemExit(BAD_INPUT) from error
    refuse(shell, file, sheet.table.faults)
    if sheet.unknown:
        shell.complain("import_headings_unread", headings=sheet.unknown)
    return sheet


def _entries(shell: Shell, kind: ImportKind, file: Path, sheet: EarlierSheet) -> tuple[Any, ...]:
    """Complaints or names, as the kind has it; ends with code 2 if there are faults."""
    read = entries_in(kind, sheet.table.rows, shell.settings().company(), _now())
    refuse(shell, file, read.faults)
    return read.entries


async def _compare(shell: Shell, source: Import, entries: tuple[Any, ...]) -> Prepared:
    """Say what is new and what is there; nothing is written, and nobody waits for it."""
    async with company_database(shell.settings()) as units:
        prepared = await prepare(source, entries, units, _now)
    compared = prepared.compared
    if isinstance(compared, Compared):
        say_complaints(shell, compared.new, compared.doubles)
    else:
        say_names(shell, compared.new, compared.doubles)
    return prepared


async def _import(shell: Shell, prepared: Prepared, doubles: Doubles) -> Import:
    async def say_progress(done: int, of: int) -> None:
        if done % _SAID_EVERY == 0 and done < of:
            shell.say("import_progress", done=done, of=of)

    with refusals_said(shell):
        async with company_database(shell.settings()) as units:
            return await take_all(prepared, doubles, units, Aside(_now, say_progress))


def _now() -> datetime:
    return datetime.now(UTC)
