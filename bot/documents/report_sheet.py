"""A report as a workbook: every figure a number, every case a row, so that what a figure is made of can be filtered."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.documents.report_words import GROUPS, ReportWords
from bot.sheets.writing import CellValue, Page, Share, workbook
from core.model.money import Money
from core.reports.amounts import MONEY
from core.reports.indicators import IndicatorId
from core.reports.page import ReportPage
from core.reports.report import NUMBERS
from core.reports.rows import CaseRow

Line = tuple[CellValue, ...]


def report_sheet(page: ReportPage, zone: ZoneInfo) -> bytes:
    """An XLSX file; days are those of the zone."""
    words = ReportWords(page)
    pages = [_figures(words), _causes(words), _groups(words), _trend(words), _cases(words, zone)]
    if page.report.charges:
        pages.append(_persons(words))
    return workbook(pages)


def _page(
    words: ReportWords, name: str, columns: tuple[str, ...], rows: Iterator[Line], bars: str = ""
) -> Page:
    heading = [words.word("report_column", column) for column in columns]
    return Page(words.word("report_sheet", name), heading, tuple(rows), words.text(bars) if bars else "")


def _figures(words: ReportWords) -> Page:
    return _page(words, "figures", ("figure", "value", "part", "whole"), _figure_rows(words))


def _figure_rows(words: ReportWords) -> Iterator[Line]:
    report = words.report
    for name in NUMBERS:
        yield (words.word("report_number", name), len(report.counts[name]), None, None)
    for one in report.indicators:
        rate = words.text("not_available") if one.rate is None else Share(one.rate)
        is_money = one.id is IndicatorId.COST_CONTROL
        ends: Line = (Money(one.part), Money(one.whole)) if is_money else (one.part, one.whole)
        yield (words.word("report_indicator", one.id), rate, *ends)
    for name in MONEY:
        yield (words.word("report_sum", name), Money(report.sums[name]), None, None)
    for name, fen in report.costs.items():
        yield (words.word("cost_class", name), Money(fen), None, None)


def _causes(words: ReportWords) -> Page:
    rows: Iterator[Line] = (
        (words.name_of("cause", bar.key), bar.count, Share(bar.cumulative), Money(bar.loss))
        for bar in words.report.causes
    )
    return _page(words, "cause", ("cause", "count", "cumulative", "loss"), rows, bars="causes")


def _groups(words: ReportWords) -> Page:
    rows: Iterator[Line] = (
        (words.word("report_group", group), words.name_of(group, bar.key), bar.count, Money(bar.loss))
        for group in GROUPS
        for bar in words.report.groups[group]
    )
    return _page(words, "group", ("figure", "name", "count", "loss"), rows)


def _trend(words: ReportWords) -> Page:
    periods = words.report.period.history()
    rows: Iterator[Line] = (
        (words.period(period), count) for period, count in zip(periods, words.report.history, strict=True)
    )
    return _page(words, "trend", ("period", "count"), rows, bars="trend")


def _cases(words: ReportWords, zone: ZoneInfo) -> Page:
    columns = (
        *("number", "registered_on", "site", "customer", "product", "cause", "grade", "stage"),
        *("loss", "charged", "borne"),
    )
    return _page(words, "cases", columns, (_case(case, words, zone) for case in words.page.cases))


def _case(case: CaseRow, words: ReportWords, zone: ZoneInfo) -> Line:
    return (
        case.number,
        case.registered_at.astimezone(zone).date(),
        words.name_of("site", case.site),
        case.customer,
        case.product,
        words.name_of("named_cause", f"{case.rulebook}/{case.cause}") if case.cause else None,
        words.name_of("grade", f"{case.rulebook}/{case.grade}") if case.grade else None,
        words.word("stage", case.stage),
        *(None if fen is None else Money(fen) for fen in (case.loss, case.charged, case.borne)),
    )


def _persons(words: ReportWords) -> Page:
    rows: Iterator[Line] = (
        (number, words.page.person_names.get(number, ""), Money(fen))
        for number, fen in words.report.charges.items()
    )
    return _page(words, "persons", ("person", "name", "charged"), rows)
