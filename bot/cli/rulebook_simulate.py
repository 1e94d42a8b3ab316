"""`gongdao rulebook simulate`: recorded cases under another edition, and who would have paid what."""

import asyncio
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.columns import in_columns
from bot.cli.days import DAY
from bot.cli.rulebook_source import Source, language_of, language_option, refuse, source_named
from bot.cli.shell import Shell
from bot.cli.store import only_reading
from bot.rulebook_words.simulation import SimulatedCase, Simulation
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import ready
from bot.settings import Settings
from bot.sheets.writing import xlsx
from core.actions.figures.recorded_figures import RecordedCase, recorded_figures
from core.replay import Changes, replayed
from core.rulebook.compiled import CompiledRulebook
from core.rules.figures.figures_kept import figures_in


class Pair(click.ParamType[tuple[str, str]]):
    """A text of the form name=value."""

    name = "NAME=VALUE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The name and the value; ends with code 2 where there is no equals sign."""
        name, equals, said = str(value).partition("=")
        if not equals or not name:
            self.fail(f"{value!r} 应为 名称=数值 · is not NAME=VALUE", param, ctx)
        return name, said


@click.command()
@click.option(
    "--rulebook", "name", required=True, metavar="ID[@EDITION]|FILE", help="按哪部制度 · the edition to try"
)
@click.option("--since", required=True, type=DAY, help="事故日期自 · incidents since")
@click.option(
    "--xlsx", "sheet", type=click.Path(path_type=Path, dir_okay=False), help="另存为 XLSX · write a sheet"
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="数据目录 · the data folder")
@click.option("--role", "roles", multiple=True, type=Pair(), help="旧称=新称 · a role's old and new word")
@click.option("--set", "settings", multiple=True, type=Pair(), help="补上设定 · fill a setting")
@language_option
@click.pass_context
def simulate(  # noqa: PLR0913, PLR0917 - one parameter for each option
    context: click.Context,
    name: str,
    since: datetime,
    sheet: Path | None,
    data: Path | None,
    roles: tuple[tuple[str, str], ...],
    settings: tuple[tuple[str, str], ...],
    lang: str | None,
) -> None:
    """用另一部制度重算已有案件 · re-run recorded cases under another edition."""
    language = language_of(context, lang)
    source = source_named(name, context, language)
    shell = context.ensure_object(Shell)
    where = shell.settings().model_copy(update={"data": data} if data else {})
    if not where.database.exists():
        refuse(language, "no_database", file=str(where.database))
    recorded, names = asyncio.run(_recorded(where, since.date()))
    changes = Changes(roles=dict(roles), settings=dict(settings))
    simulated = tuple(_simulated(recorded, _always_in_force(source), changes))
    if not simulated:
        refuse(language, "no_cases", since=since.date().isoformat())
    simulation = Simulation(simulated, names, vocabulary(language))
    _say(simulation, source, since.date(), len(simulated), len(recorded), language)
    if sheet is not None:
        _write(simulation, sheet, language)


async def _recorded(settings: Settings, since: date) -> tuple[tuple[RecordedCase, ...], dict[str, str]]:
    async with only_reading(settings) as uow:
        recorded = await recorded_figures(since, uow=uow)
        people = await uow.persons.where()
    return recorded, {str(person.id): f"{person.name} ({person.employee_no})" for person in people}


def _always_in_force(source: Source) -> CompiledRulebook:
    """The edition for every day: a draft that is to hold from next year is tried on last year's cases."""
    edition = source.edition.model_copy(update={"in_force_from": None})
    return ready(edition, source.sha256)


def _simulated(
    recorded: Iterable[RecordedCase], rulebook: CompiledRulebook, changes: Changes
) -> Iterable[SimulatedCase]:
    for one in recorded:
        if one.figures is not None:
            was = figures_in(one.figures.answer)
            amounts = tuple(loss.amount for loss in was.losses)
            again = replayed(one.figures.request, rulebook, changes, amounts)
            yield SimulatedCase(case=one.case, was=was, replayed=again)


def _say(simulation: Simulation, source: Source, since: date, cases: int, of: int, language: str) -> None:
    words = vocabulary(language)
    click.echo(words.text_of("simulate", "head", name=source.name, cases=cases, since=since.isoformat()))
    for line in in_columns([simulation.heading(), *simulation.lines()]):
        click.echo(line)
    for note in simulation.notes():
        click.echo(note)
    if of > cases:
        click.echo(words.text_of("simulate", "without", count=of - cases))


def _write(simulation: Simulation, sheet: Path, language: str) -> None:
    title = vocabulary(language).tables["simulate"]["sheet"]
    try:
        sheet.write_bytes(xlsx(title, simulation.heading(), simulation.cells()))
    except OSError as error:
        refuse(language, "unwritable", file=str(sheet), why=error.strerror or str(error))
