"""A report in chat: its figures in a few lines, with buttons to the cases behind them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from core.model.message import Button, Message, Urgency
from core.model.money import Money
from core.model.month_figure import FigureKind
from core.reports.amounts import MONEY
from core.reports.figure import Chapter
from core.reports.figures import figures_in
from core.reports.page import ReportForm, ReportPage
from core.reports.pareto import UNKNOWN, Bar
from core.reports.report import IMPORTED, NUMBERS
from core.reports.view import ReportView
from core.screens.picks import Rows, in_rows
from core.screens.report_chapter import chapter_rows, said_of_indicator
from core.screens.report_names import days, figure_button

_MOST_BARS: Final = 5
_NUMBERS_IN_A_ROW: Final = 2
_FILES: Final = (ReportForm.OVERVIEW, ReportForm.SHEET, ReportForm.PAPER)


def report_screen(
    page: ReportPage,
    view: ReportView,
    sites: tuple[str, ...],
    *,
    today: date,
    enters: Sequence[FigureKind] = (),
    is_followed: bool = False,
) -> Message:
    """The report; `sites` are all that its reader may read, `enters` the figures of a month that they may enter."""
    return Message(
        template="report",
        data=_said(page),
        rows=(
            *_numbers(page, view),
            *chapter_rows(page.report, view, beside_numbers=True),
            _periods(view),
            _other(view, page, sites, today),
            tuple(
                Button(f"report_{form.value}", "report_file", arg=f"{view.code()}.{form.value}")
                for form in _FILES
            ),
            *((_entered(view, enters),) if enters and page.report.period.months() else ()),
            (_following(view, is_followed=is_followed),),
        ),
    )


def report_sent(
    page: ReportPage, view: ReportView, sites: tuple[str, ...], picture: int, today: date
) -> Message:
    """The same, as it comes by itself."""
    shown = report_screen(page, view, sites, today=today, is_followed=True)
    return Message(
        template=shown.template,
        data=shown.data,
        rows=shown.rows,
        urgency=Urgency.DIGEST,
        files=(picture,),
        once=f"report:{view.code()}",
    )


def figure_asked(kind: FigureKind, month: str, site: str, known: int | None) -> Message:
    """Ask how many orders there were, or what was budgeted."""
    value = known if known is None or kind is FigureKind.ORDERS else Money(known)
    return Message(
        template="report_figure_asked", data={"kind": kind, "month": month, "site_name": site, "known": value}
    )


def files_of(page: ReportPage, view: ReportView, pieces: Sequence[int]) -> Message:
    """The files themselves, beneath a line that says what they are, with the ways to the cases behind their figures."""
    rows = (*chapter_rows(page.report, view), (Button("report_back", "report", arg=view.code()),))
    return Message(template="report_files", data=_head(page), rows=rows, files=tuple(pieces))


def _head(page: ReportPage) -> dict[str, object]:
    period = page.report.period
    return {
        "first": period.first,
        "last": period.last,
        "rhythm": period.rhythm or "",
        "site_names": tuple(page.site_names.values()),
    }


def _said(page: ReportPage) -> dict[str, object]:
    report = page.report
    return {
        **_head(page),
        "numbers": [(name, len(report.counts[name])) for name in NUMBERS],
        "earlier": report.history[-2] if len(report.history) > 1 else None,
        "imported": len(report.counts[IMPORTED]),
        "indicators": [said_of_indicator(one) for one in report.indicators],
        "sums": [(name, Money(report.sums[name])) for name in MONEY],
        "causes": [_bar(bar) for bar in report.causes[:_MOST_BARS]],
        "came_back": [_bar(bar) for bar in report.coming_back()[:_MOST_BARS]],
        "departments": [_bar(bar) for bar in report.groups["department"][:_MOST_BARS] if bar.key != UNKNOWN],
        "is_empty": report.is_empty,
    }


def _bar(bar: Bar) -> dict[str, object]:
    return {"key": bar.key, "count": bar.count, "cumulative": bar.cumulative}


def _numbers(page: ReportPage, view: ReportView) -> Rows:
    """A button for every number that is not nothing."""
    shown = figures_in(page.report, Chapter.NUMBERS)
    return in_rows((figure_button(figure, page, view) for figure in shown if figure.count), _NUMBERS_IN_A_ROW)


def _periods(view: ReportView) -> tuple[Button, ...]:
    before, after = view.of(view.period.before()), view.of(view.period.after())
    return (
        Button("report_before", "report", arg=before.code(), text=days(before.period)),
        Button("report_after", "report", arg=after.code(), text=days(after.period)),
    )


def _other(view: ReportView, page: ReportPage, sites: tuple[str, ...], today: date) -> tuple[Button, ...]:
    """The other rhythm, and the next site where there are several."""
    other = view.in_rhythm("monthly" if view.period.rhythm == "weekly" else "weekly", today)
    label = "report_monthly" if other.period.rhythm == "monthly" else "report_weekly"
    turned = Button(label, "report", arg=other.code())
    if len(sites) <= 1:
        return (turned,)
    name = "" if view.site == 0 else next(iter(page.site_names.values()))
    label = "report_site" if view.site else "report_all_sites"
    return (turned, Button(label, "report", arg=view.at_next_site(sites).code(), text=name))


def _entered(view: ReportView, enters: Sequence[FigureKind]) -> tuple[Button, ...]:
    return tuple(
        Button(f"report_{kind.value}", "report_enter", arg=f"{view.code()}.{kind.value}") for kind in enters
    )


def _following(view: ReportView, *, is_followed: bool) -> Button:
    label = "report_unfollow" if is_followed else "report_follow"
    return Button(label, "report_follow", arg=view.code())
