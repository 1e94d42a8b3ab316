"""What a figure of a report is called, on a button and in a line."""

from typing import Final

from core.model.message import Button
from core.model.money import Money
from core.reports.figure import Chapter, Figure
from core.reports.page import ReportPage
from core.reports.pareto import UNKNOWN
from core.reports.period import ReportPeriod, period_in
from core.reports.view import ReportView
from core.screens.label_width import shortened

_LABELS: Final = {
    Chapter.NUMBERS: "report_n_",
    Chapter.INDICATORS: "report_i_",
    Chapter.CAUSES: "report_cause_",
    Chapter.MONEY: "report_s_",
}


def figure_button(figure: Figure, page: ReportPage, view: ReportView) -> Button:
    """It leads to the cases, and says how many they were when the button was made."""
    label, text = _label(figure, page), str(figure.count)
    if not label:
        text = f"{shortened(_name_of(figure, page))} {text}"
    return Button(label, "figure", figure.count, figure.mark, f"{view.code()}.{figure.token}.0", text)


def said_of(figure: Figure, page: ReportPage) -> dict[str, object]:
    """As a template says it: `name` is data, and empty where the language has a word for the key."""
    return {
        "chapter": figure.chapter,
        "group": figure.group,
        "key": figure.key,
        "name": _name_of(figure, page),
        "count": figure.count,
        "money": None if figure.fen is None else Money(figure.fen),
        "cumulative": figure.cumulative,
    }


def _name_of(figure: Figure, page: ReportPage) -> str:
    """The name that is data: of a customer, a product, a site, a grade, a period; empty for all others."""
    if figure.key == UNKNOWN:
        return ""
    if figure.chapter is Chapter.SITES:
        return page.site_names.get(figure.key, figure.key)
    if figure.chapter is Chapter.GRADES:
        label = page.names.get(f"grade.{figure.key}")
        return label.in_language(page.language) if label else figure.key
    if figure.chapter is Chapter.TREND:
        period = period_in(figure.key)
        return days(period) if period else figure.key
    is_data = figure.chapter in (Chapter.DEPARTMENTS, Chapter.PRODUCTS, Chapter.CUSTOMERS)
    return figure.key if is_data else ""


def days(period: ReportPeriod) -> str:
    """A period, short enough for a button: `2025-03`, `03-03–03-09`."""
    first, last = period.first, period.last
    if period.rhythm == "monthly":
        return period.begun()
    return f"{first:%m-%d}–{last:%m-%d}"


def _label(figure: Figure, page: ReportPage) -> str:
    if figure.chapter in _LABELS:
        start = "report_cost_" if figure.group == "cost" else _LABELS[figure.chapter]
        return f"{start}{figure.key or 'unknown'}"
    return "" if _name_of(figure, page) else f"report_no_{figure.chapter.value}"
