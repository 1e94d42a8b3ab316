"""One kind of a report's figures, each with a button to its cases; a few at a time."""

from collections.abc import Iterator
from typing import Final

from core.model.message import Button, Message
from core.model.money import Money
from core.reports.figure import Chapter, Figure, mark_of
from core.reports.figures import figures_in
from core.reports.indicators import Indicator
from core.reports.page import ReportForm, ReportPage
from core.reports.report import Report
from core.reports.view import ReportView
from core.screens.picks import Rows, in_rows
from core.screens.report_names import figure_button, said_of

ON_A_PAGE: Final = 8
_IN_A_ROW: Final = 2
_CHAPTERS_IN_A_ROW: Final = 4
_PICTURES: Final = {Chapter.CAUSES: ReportForm.PARETO, Chapter.TREND: ReportForm.TREND}


def chapter_rows(report: Report, view: ReportView, *, beside_numbers: bool = False) -> Rows:
    """A button for each chapter that has a figure with cases; not for numbers that stand beside it, nor for one site alone."""
    left_out = {Chapter.PERSONS, *((Chapter.NUMBERS,) if beside_numbers else ())}
    left_out |= {Chapter.SITES} if len(report.sites) == 1 else set()
    shown = [chapter for chapter in Chapter if chapter not in left_out and _with_cases(report, chapter)]
    wide = _CHAPTERS_IN_A_ROW - (len(shown) % _CHAPTERS_IN_A_ROW == 1)
    return in_rows((_chapter(report, view, chapter) for chapter in shown), wide)


def chapter_screen(page: ReportPage, view: ReportView, chapter: Chapter, part: int, shown: int) -> Message:
    """One page of the figures of a chapter; `shown` is the mark that the pressed button had, 0 for none."""
    report = page.report
    listed = _with_cases(report, chapter)
    here = listed[part * ON_A_PAGE :][:ON_A_PAGE]
    period = report.period
    return Message(
        template="report_chapter",
        data={
            "first": period.first,
            "last": period.last,
            "rhythm": period.rhythm or "",
            "site_names": tuple(page.site_names.values()),
            "chapter": chapter,
            "figures": [said_of(figure, page) for figure in here],
            "indicators": [said_of_indicator(one) for one in report.indicators],
            "begin": part * ON_A_PAGE + 1,
            "total": len(listed),
            "is_changed": bool(shown) and shown != _mark_of_chapter(report, chapter),
        },
        rows=(
            *in_rows((figure_button(figure, page, view) for figure in here), _IN_A_ROW),
            tuple(_turning(report, view, chapter, part, len(listed))),
            (*_picture(view, chapter), Button("report_back", "report", arg=view.code())),
        ),
    )


def said_of_indicator(one: Indicator) -> dict[str, object]:
    """An indicator as a template says it."""
    return {
        "id": one.id,
        "rate": one.rate,
        "part": Money(one.part) if one.is_money else one.part,
        "whole": Money(one.whole) if one.is_money else one.whole,
    }


def page_of(report: Report, figure: Figure) -> int:
    """On which page of its chapter the figure stands."""
    tokens = [one.token for one in _with_cases(report, figure.chapter)]
    return tokens.index(figure.token) // ON_A_PAGE if figure.token in tokens else 0


def _mark_of_chapter(report: Report, chapter: Chapter) -> int:
    """A number that changes when one of its figures does."""
    return mark_of(one.mark for one in figures_in(report, chapter))


def to_chapter(report: Report, view: ReportView, chapter: Chapter, part: int, label: str) -> Button:
    """The way to one of its pages."""
    arg = f"{view.code()}.{chapter.value}.{part}"
    return Button(label, "chapter", _mark_of_chapter(report, chapter), 0, arg)


def _chapter(report: Report, view: ReportView, chapter: Chapter) -> Button:
    return to_chapter(report, view, chapter, 0, f"report_chapter_{chapter.value}")


def _with_cases(report: Report, chapter: Chapter) -> list[Figure]:
    """As they stand in the report; of the trend the latest first, as one reads a list."""
    figures = [figure for figure in figures_in(report, chapter) if figure.count]
    return figures[::-1] if chapter is Chapter.TREND else figures


def _turning(report: Report, view: ReportView, chapter: Chapter, part: int, total: int) -> Iterator[Button]:
    if part:
        yield to_chapter(report, view, chapter, part - 1, "page_before")
    if (part + 1) * ON_A_PAGE < total:
        yield to_chapter(report, view, chapter, part + 1, "page_after")


def _picture(view: ReportView, chapter: Chapter) -> tuple[Button, ...]:
    """Of causes and of the trend there is a picture by itself."""
    if chapter not in _PICTURES:
        return ()
    form = _PICTURES[chapter].value
    return (Button(f"report_{form}", "report_file", arg=f"{view.code()}.{form}"),)
