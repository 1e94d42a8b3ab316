"""The cases behind every figure of a report, line by line: the sheet that a workbook's figures lead to."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from bot.documents.report_traces import Trace, traces
from bot.documents.report_words import ReportWords
from bot.sheets.writing import CellValue
from core.actions.report.trace_report import MOST_SHOWN
from core.model.money import Money
from core.reports.figures import all_figures
from core.reports.report import IMPORTED
from core.reports.rows import CaseRow

MOST_LINES: Final = 50_000
"""About as many lines such a sheet has; of very many figures each gives fewer cases."""

Line = tuple[CellValue, ...]


def details(words: ReportWords, zone: ZoneInfo) -> tuple[list[Line], dict[str, int]]:
    """The lines, and for each figure by its name the one that its cases begin at."""
    lines: list[Line] = []
    begins: dict[str, int] = {}
    figures = sum(bool(figure.count) for figure in all_figures(words.report))
    for trace in traces(words, min(MOST_SHOWN, MOST_LINES // max(1, figures) or 1)):
        begins[trace.figure.name] = len(lines)
        lines += _lines(trace, words, zone)
    return lines, begins


def case_start(case: CaseRow, words: ReportWords, zone: ZoneInfo) -> Line:
    """The columns that every list of cases begins with: number, day, site, customer, product, stage."""
    return (
        case.number,
        case.registered_at.astimezone(zone).date(),
        words.name_of("site", case.site),
        case.customer,
        case.product,
        words.word("stage", case.stage),
    )


def _lines(trace: Trace, words: ReportWords, zone: ZoneInfo) -> Iterator[Line]:
    """One a case; a last one says how many more there are, and how to list them."""
    name = trace.figure.name
    for case in trace.cases:
        fen = trace.figure.amounts.get(case.id)
        yield (
            trace.chapter,
            trace.name,
            *case_start(case, words, zone),
            None if fen is None else Money(fen),
            words.word("report_column", IMPORTED) if case.is_imported else None,
            name,
        )
    if trace.more:
        more = words.text("more_cases").format(count=trace.more)
        yield (trace.chapter, trace.name, more, *(None,) * 7, name)
