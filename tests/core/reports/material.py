"""Rows of reports, with only what a test cares about spelt out."""

from datetime import UTC, date, datetime
from typing import Any

from core.model.case import Stage
from core.reports.figures import figure_named
from core.reports.period import reported
from core.reports.report import Report, report_of
from core.reports.rows import CaseRow, Material

MARCH = reported("monthly", date(2025, 3, 3))


def row(number: int, **changes: Any) -> CaseRow:
    settings: dict[str, Any] = {
        "id": number,
        "number": f"2503{number:02}",
        "site": "suzhou",
        "rulebook": "logistics-liability",
        "customer": "宏达机电",
        "product": "P-300",
        "cause": "",
        "cause_class": "",
        "grade": "",
        "stage": Stage.DECIDED,
        "registered_at": datetime(2025, 3, 3, tzinfo=UTC),
    }
    return CaseRow(**(settings | changes))


def material(*registered: CaseRow, **more: Any) -> Material:
    settings: dict[str, Any] = {"closed": (), "open": (), "history": (0,) * 12}
    return Material(registered=registered, **(settings | more))


def report(*registered: CaseRow, **more: Any) -> Report:
    return report_of(MARCH, ("suzhou",), material(*registered, **more), lambda case: case.cause_class)


def cases_of(shown: Report, name: str) -> tuple[int, ...] | None:
    """The cases behind the figure that people write so; None for no figure."""
    figure = figure_named(shown, name)
    return None if figure is None else figure.listed
