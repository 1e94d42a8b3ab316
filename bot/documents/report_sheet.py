"""A report as a workbook: every figure a number that leads to its cases, every case a row that can be filtered."""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from bot.documents.report_details import case_start, details
from bot.documents.report_words import GROUPS, ReportWords
from bot.sheets.writing import CellValue, Link, Page, PlainValue, Share, workbook
from core.model.money import Money
from core.reports.amounts import COST, MONEY, PERSON
from core.reports.figures import GOOD
from core.reports.indicators import Indicator
from core.reports.page import ReportPage
from core.reports.report import IMPORTED, NUMBERS
from core.reports.rows import CaseRow

Line = tuple[CellValue, ...]


def report_sheet(page: ReportPage, zone: ZoneInfo) -> bytes:
    """An XLSX file; days are those of the zone."""
    words = ReportWords(page)
    lines, begins = details(words, zone)
    sheet = _Sheet(words, begins)
    pages = [sheet.figures(), sheet.causes(), sheet.groups(), sheet.trend()]
    if page.report.charges:
        pages.append(sheet.persons())
    return workbook([*pages, sheet.details(lines), sheet.cases(zone)])


class _Sheet:
    """The pages of one workbook; `begins` is the line of the details at which the cases of a figure begin."""

    def __init__(self, words: ReportWords, begins: Mapping[str, int]) -> None:
        self._words = words
        self._report = words.report
        self._begins = begins

    def figures(self) -> Page:
        """Numbers, indicators and sums."""
        return self._page("figures", ("figure", "value", "part", "whole"), self._figure_rows())

    def causes(self) -> Page:
        """The bars of causes, drawn beside them."""
        rows: Iterator[Line] = (
            (
                self._words.name_of("cause", bar.key),
                self._led(bar.count, f"cause.{bar.key}"),
                Share(bar.cumulative),
                self._led(Money(bar.loss), f"cause.{bar.key}"),
            )
            for bar in self._report.causes
        )
        return self._page("cause", ("cause", "count", "cumulative", "loss"), rows, bars="causes")

    def groups(self) -> Page:
        """The bars of all other groups."""
        rows: Iterator[Line] = (
            (
                self._words.word("report_group", group),
                self._words.name_of(group, bar.key),
                self._led(bar.count, f"{group}.{bar.key}"),
                self._led(Money(bar.loss), f"{group}.{bar.key}"),
            )
            for group in GROUPS
            for bar in self._report.groups[group]
        )
        return self._page("group", ("figure", "called", "count", "loss"), rows, is_filtered=True)

    def trend(self) -> Page:
        """The periods before and this one, drawn beside them."""
        rows: Iterator[Line] = (
            (self._words.period(period), self._led(count, f"trend.{period.code()}"))
            for period, count in zip(self._report.period.history(), self._report.history, strict=True)
        )
        return self._page("trend", ("period", "count"), rows, bars="trend")

    def persons(self) -> Page:
        """Who bears what."""
        rows: Iterator[Line] = (
            (
                number,
                self._words.page.person_names.get(number, ""),
                self._led(Money(fen), f"{PERSON}.{number}"),
            )
            for number, fen in self._report.charges.items()
        )
        return self._page("persons", ("person", "name", "charged"), rows)

    def details(self, lines: list[Line]) -> Page:
        """The cases behind every figure."""
        columns = (
            *("kind", "figure", "number", "registered_on", "site", "customer", "product", "stage"),
            *("amount", "imported", "figure_id"),
        )
        return self._page("details", columns, iter(lines), is_filtered=True)

    def cases(self, zone: ZoneInfo) -> Page:
        """The cases registered in the period."""
        columns = (
            *("number", "registered_on", "site", "customer", "product", "stage", "cause", "grade"),
            *("loss", "charged", "borne", "department", "imported"),
        )
        rows = (_case(case, self._words, zone) for case in self._words.page.cases)
        return self._page("cases", columns, rows, is_filtered=True)

    def _figure_rows(self) -> Iterator[Line]:
        report, word = self._report, self._words.word
        for name in (*NUMBERS, IMPORTED):
            yield (word("report_number", name), self._led(len(report.counts[name]), name), None, None)
        for one in report.indicators:
            yield self._indicator(one)
        for name in MONEY:
            yield (word("report_sum", name), self._led(Money(report.sums[name]), name), None, None)
        for name, fen in report.costs.items():
            yield (word("cost_class", name), self._led(Money(fen), f"{COST}.{name}"), None, None)

    def _indicator(self, one: Indicator) -> Line:
        """The rate leads to what speaks against us, the part to what it counts; the whole is both, or was entered."""
        rate = self._words.text("not_available") if one.rate is None else Share(one.rate)
        part, whole = (Money(one.part), Money(one.whole)) if one.is_money else (one.part, one.whole)
        counted = one.id.value if one.good is None else f"{one.id.value}{GOOD}"
        name = self._words.word("report_indicator", one.id)
        return (name, self._led(rate, one.id.value), self._led(part, counted), whole)

    def _led(self, value: PlainValue, figure: str) -> CellValue:
        """The value with the way to its cases, where it has any."""
        begin = self._begins.get(figure)
        return value if begin is None else Link(value, self._words.word("report_sheet", "details"), begin)

    def _page(
        self,
        name: str,
        columns: tuple[str, ...],
        rows: Iterator[Line],
        *,
        bars: str = "",
        is_filtered: bool = False,
    ) -> Page:
        heading = [self._words.word("report_column", column) for column in columns]
        title = self._words.text(bars) if bars else ""
        return Page(self._words.word("report_sheet", name), heading, tuple(rows), title, is_filtered)


def _case(case: CaseRow, words: ReportWords, zone: ZoneInfo) -> Line:
    return (
        *case_start(case, words, zone),
        words.name_of("named_cause", f"{case.rulebook}/{case.cause}") if case.cause else None,
        words.name_of("grade", f"{case.rulebook}/{case.grade}") if case.grade else None,
        *(None if fen is None else Money(fen) for fen in (case.loss, case.charged, case.borne)),
        words.joined(case.departments) or None,
        words.word("report_column", IMPORTED) if case.is_imported else None,
    )
