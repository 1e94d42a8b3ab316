"""What `gongdao report` prints: its figures in columns or as plain data, and the cases behind one of them."""

from collections.abc import Iterator
from typing import Any

from bot.cli.columns import in_columns
from bot.cli.shell import Shell
from bot.documents.report_traces import Trace, traces
from bot.documents.report_words import MOST_BARS, ReportWords
from bot.render.strings import strings_of
from core.model.company import Company
from core.model.money import Money
from core.reports.figure import Chapter
from core.reports.figures import figures_in
from core.reports.pareto import Bar


def report_lines(said: dict[str, Any]) -> Iterator[str]:
    """The report as people read it; every line ends with the name that `--cases` takes."""
    yield f"{said['title']} · {said['subtitle']}"
    if said["imported"]:
        yield said["imported"]
    yield ""
    yield from in_columns(
        [[one["name"], one["value"], one["id"]] for one in (*said["numbers"], *said["sums"])]
    )
    yield ""
    yield from in_columns([[one["name"], one["value"], one["note"], one["id"]] for one in said["indicators"]])
    for name, bars in (
        (said["texts"]["causes"], said["bars"]),
        *((one["name"], one["bars"]) for one in said["groups"]),
    ):
        if bars:
            yield ""
            yield name
            yield from in_columns(
                [[bar["name"], str(bar["size"]), bar["share"], bar["loss"], bar["id"]] for bar in bars]
            )
    for rows in (said["costs"], said["persons"]):
        if rows:
            yield ""
            yield from in_columns([[one["name"], one["value"], one["id"]] for one in rows])
    yield ""
    yield said["texts"]["trend"]
    yield from in_columns([[one["full"], str(one["size"]), one["id"]] for one in said["trend"]])


def plain_report(words: ReportWords) -> dict[str, Any]:
    """Figures by their ids, amounts in fen, rates in millionths; `figures` has the numbers of the cases behind each."""
    shown = words.report
    numbers = {case.id: case.number for case in (*words.page.cases, *words.page.others)}
    return {
        "from": shown.period.first.isoformat(),
        "to": shown.period.last.isoformat(),
        "sites": list(shown.sites),
        "counts": {name: len(ids) for name, ids in shown.counts.items()},
        "sums_fen": dict(shown.sums),
        "indicators": {
            one.id.value: {"part": one.part, "whole": one.whole, "rate": one.rate} for one in shown.indicators
        },
        "causes": [{"cause": bar.key, **_bar(bar, numbers)} for bar in shown.causes],
        "groups": {
            name: [{"key": bar.key, **_bar(bar, numbers)} for bar in bars]
            for name, bars in shown.groups.items()
        },
        "costs_fen": dict(shown.costs),
        "history": list(shown.history),
        "charges_fen": dict(shown.charges),
        "figures": {one.figure.name: [case.number for case in one.cases] for one in traces(words)},
    }


def cases_of(trace: Trace, company: Company) -> list[dict[str, Any]]:
    """A row a case, with what it adds where the figure is a sum, or its direct loss where it is a bar (fen)."""
    amounts = trace.figure.amounts
    return [
        {
            "number": case.number,
            "registered_on": company.day_at(case.site, case.registered_at).isoformat(),
            "stage": case.stage.value,
            "site": case.site,
            "customer": case.customer,
            "product": case.product,
            "is_imported": case.is_imported,
            **({"adds_fen": amounts.get(case.id, 0)} if amounts else {}),
        }
        for case in trace.cases
    ]


def case_lines(rows: list[dict[str, Any]], shell: Shell) -> list[str]:
    """Those rows in columns."""
    return in_columns([[_cell(key, row[key], shell) for key in row] for row in rows])


def names_of_figures(words: ReportWords) -> list[str]:
    """What can be asked for; of long chapters the first only."""
    return [figure.name for chapter in Chapter for figure in figures_in(words.report, chapter)[:MOST_BARS]]


def _cell(key: str, value: object, shell: Shell) -> str:
    if key == "is_imported":
        return shell.words.line("report_imported") if value else ""
    if key == "stage":
        return strings_of(shell.words.language).word("stage", str(value))
    return str(Money(int(str(value)))) if key == "adds_fen" else str(value)


def _bar(bar: Bar, numbers: dict[int, str]) -> dict[str, Any]:
    return {"count": bar.count, "loss_fen": bar.loss, "cases": [numbers[one] for one in bar.cases]}
