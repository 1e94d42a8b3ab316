"""A report in chat: its figures in a few lines, each with a button to the cases behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.errors import NoSuchThing
from core.model.case import Case
from core.model.company import Company
from core.model.message import Button, Message, Urgency
from core.model.money import Money
from core.model.month_figure import FigureKind
from core.reports.indicators import Indicator, IndicatorId
from core.reports.page import ReportForm, ReportPage
from core.reports.pareto import UNKNOWN, Bar
from core.reports.report import MONEY, NUMBERS, Report
from core.reports.view import ReportView
from core.screens.picks import Rows, in_rows

ON_A_PAGE: Final = 10
_MOST_BARS: Final = 5
_FILES: Final = (ReportForm.OVERVIEW, ReportForm.SHEET, ReportForm.PAPER)


@dataclass(frozen=True, slots=True)
class Behind:
    """The cases behind a figure; `figure` is what a button calls it (`cause~2`), `name` what the report does."""

    view: ReportView
    figure: str
    name: str
    ids: tuple[int, ...]
    page: int = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """Those of this page."""
        return self.ids[self.page * ON_A_PAGE :][:ON_A_PAGE]


def behind_figure(report: Report, view: ReportView, figure: str, page: int) -> Behind:
    """What a button asks for; NoSuchThing for a figure that the report does not have."""
    group, _, place = figure.partition("~")
    bars = report.causes if group == "cause" else report.groups.get(group, ())
    name = figure
    if place:
        if not (place.isascii() and place.isdecimal()) or int(place) >= len(bars):
            raise NoSuchThing("report_unknown")
        name = f"{group}.{bars[int(place)].key}"
    return Behind(view, figure, name, report.cases_of(name), page)


def report_screen(
    page: ReportPage,
    view: ReportView,
    sites: tuple[str, ...],
    *,
    enters: Sequence[FigureKind] = (),
    is_followed: bool = False,
) -> Message:
    """The report; `sites` are all that its reader may read, `enters` the figures of a month that they may enter."""
    return Message(
        template="report",
        data=_said(page),
        rows=(
            *_figures(page.report, view),
            _periods(view),
            _other(view, page, sites),
            tuple(
                Button(f"report_{form.value}", "report_file", arg=f"{view.code()}.{form.value}")
                for form in _FILES
            ),
            *((_entered(view, enters),) if enters and page.report.period.months() else ()),
            (_following(view, is_followed=is_followed),),
        ),
    )


def report_sent(page: ReportPage, view: ReportView, sites: tuple[str, ...], picture: int) -> Message:
    """The same, as it comes by itself."""
    shown = report_screen(page, view, sites, is_followed=True)
    return Message(
        template=shown.template,
        data=shown.data,
        rows=shown.rows,
        urgency=Urgency.DIGEST,
        files=(picture,),
        once=f"report:{view.code()}",
    )


def cases_behind(behind: Behind, cases: Sequence[Case], company: Company) -> Message:
    """One page of the cases behind a figure, with the way back."""
    code = f"{behind.view.code()}.{behind.figure}"
    before = (Button("page_before", "report_cases", arg=f"{code}.{behind.page - 1}"),) if behind.page else ()
    has_more = (behind.page + 1) * ON_A_PAGE < len(behind.ids)
    after = (Button("page_after", "report_cases", arg=f"{code}.{behind.page + 1}"),) if has_more else ()
    kind, _, key = behind.name.partition(".")
    return Message(
        template="report_cases",
        data={
            "kind": kind,
            "key": key,
            "is_group": "~" in behind.figure,
            "is_indicator": kind in list(IndicatorId),
            "total": len(behind.ids),
            "cases": [
                {
                    "number": case.number,
                    "product": case.product or case.part_no,
                    "customer": case.customer,
                    "stage": case.stage,
                    "registered_on": case.registered_at.astimezone(company.zone(case.site)).date(),
                }
                for case in cases
            ],
        },
        rows=(
            *in_rows(Button("", "case", case.id, case.version, text=case.number) for case in cases),
            *(((*before, *after),) if before or after else ()),
            (Button("report_back", "report", arg=behind.view.code()),),
        ),
    )


def figure_asked(kind: FigureKind, month: str, site: str, known: int | None) -> Message:
    """Ask how many orders there were, or what was budgeted."""
    value = known if known is None or kind is FigureKind.ORDERS else Money(known)
    return Message(
        template="report_figure_asked", data={"kind": kind, "month": month, "site_name": site, "known": value}
    )


def files_of(page: ReportPage, pieces: Sequence[int]) -> Message:
    """The files themselves, beneath a line that says what they are."""
    return Message(template="report_files", data=_head(page), files=tuple(pieces))


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
        "indicators": [_indicator(one) for one in report.indicators],
        "sums": [(name, Money(report.sums[name])) for name in MONEY],
        "causes": [_bar(bar) for bar in report.causes[:_MOST_BARS]],
        "came_back": [_bar(bar) for bar in report.coming_back()[:_MOST_BARS]],
        "departments": [_bar(bar) for bar in report.groups["department"][:_MOST_BARS] if bar.key != UNKNOWN],
        "is_empty": report.is_empty,
    }


def _indicator(one: Indicator) -> dict[str, object]:
    is_money = one.id is IndicatorId.COST_CONTROL
    return {
        "id": one.id,
        "rate": one.rate,
        "part": Money(one.part) if is_money else one.part,
        "whole": Money(one.whole) if is_money else one.whole,
    }


def _bar(bar: Bar) -> dict[str, object]:
    return {"key": bar.key, "count": bar.count, "cumulative": bar.cumulative}


def _figures(report: Report, view: ReportView) -> Rows:
    """A button for every number that is not nothing, then for the first causes and what comes back."""
    counted = [(name, f"report_n_{name}", report.counts[name]) for name in NUMBERS]
    causes = [
        (f"cause~{place}", f"report_cause_{bar.key or 'unknown'}", bar.cases)
        for place, bar in enumerate(report.causes[:_MOST_BARS])
    ]
    return in_rows(
        Button(label, "report_cases", arg=f"{view.code()}.{figure}.0", text=str(len(ids)))
        for figure, label, ids in (*counted, *causes)
        if ids
    )


def _periods(view: ReportView) -> tuple[Button, ...]:
    before, after = view.of(view.period.before()), view.of(view.period.after())
    return (
        Button("report_before", "report", arg=before.code(), text=_days(before)),
        Button("report_after", "report", arg=after.code(), text=_days(after)),
    )


def _days(view: ReportView) -> str:
    first, last = view.period.first, view.period.last
    if view.period.rhythm == "monthly":
        return f"{first:%Y-%m}"
    return f"{first.month}/{first.day}–{last.month}/{last.day}"


def _other(view: ReportView, page: ReportPage, sites: tuple[str, ...]) -> tuple[Button, ...]:
    """The other rhythm, and the next site where there are several."""
    other = view.in_rhythm("monthly" if view.period.rhythm == "weekly" else "weekly")
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
