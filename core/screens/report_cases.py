"""The cases behind a figure of a report, a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from core.model.case import Case
from core.model.company import Company
from core.model.message import Button, Message
from core.model.money import Money
from core.reports.figure import Chapter, Figure
from core.reports.page import ReportPage
from core.reports.view import ReportView
from core.screens.picks import Rows, in_rows
from core.screens.report_chapter import page_of, to_chapter
from core.screens.report_names import said_of

ON_A_PAGE: Final = 10
# digits of a number that stand three in a row on a phone
_SHORT: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A figure, the page of its cases, and what the pressed button knew: how many they were, and their mark (0: neither)."""

    view: ReportView
    figure: Figure
    part: int = 0
    count: int = 0
    mark: int = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """Those of this page."""
        return self.figure.listed[self.part * ON_A_PAGE :][:ON_A_PAGE]

    @property
    def is_changed(self) -> bool:
        """Whether its cases or amounts changed since the button was made."""
        return bool(self.mark) and self.mark != self.figure.mark


def cases_behind(
    behind: Behind, page: ReportPage, cases: Sequence[Case], readable: Collection[int], company: Company
) -> Message:
    """One page, with the way back; of what the reader may not open stands the number only."""
    by_id = {case.id: case for case in cases}
    listed = [by_id[one] for one in behind.shown if one in by_id]
    return Message(
        template="report_cases",
        data={
            "figure": said_of(behind.figure, page),
            "total": len(behind.figure.cases),
            "then": behind.count,
            "is_changed": behind.is_changed,
            "cases": [_line(case, behind.figure, company) for case in listed if case.id in readable],
            "closed_to": [case.number for case in listed if case.id not in readable],
        },
        rows=(
            *_ways_in([case for case in listed if case.id in readable]),
            _turning(behind),
            *_back(behind, page),
        ),
    )


def _ways_in(cases: Sequence[Case]) -> Rows:
    """As many a row as their numbers leave room for."""
    longest = max((len(case.number) for case in cases), default=0)
    buttons = (Button("", "case", case.id, case.version, text=case.number) for case in cases)
    return in_rows(buttons, 3 if longest <= _SHORT else 2)


def _line(case: Case, figure: Figure, company: Company) -> dict[str, object]:
    fen = figure.amounts.get(case.id)
    return {
        "number": case.number,
        "product": case.goods,
        "customer": case.customer,
        "stage": case.stage,
        "registered_on": company.day_at(case.site, case.registered_at),
        "money": None if fen is None else Money(fen),
        "is_imported": case.import_id is not None,
    }


def _turning(behind: Behind) -> tuple[Button, ...]:
    before = (_to_page("page_before", behind, behind.part - 1),) if behind.part else ()
    has_more = (behind.part + 1) * ON_A_PAGE < len(behind.figure.cases)
    return (*before, *((_to_page("page_after", behind, behind.part + 1),) if has_more else ()))


def _to_page(label: str, behind: Behind, part: int) -> Button:
    arg = f"{behind.view.code()}.{behind.figure.token}.{part}"
    return Button(label, "figure", behind.count, behind.mark, arg)


def _back(behind: Behind, page: ReportPage) -> Rows:
    """To the figures it stands among, and to the report."""
    chapter, view = behind.figure.chapter, behind.view
    to_report = Button("report_back", "report", arg=view.code())
    if chapter is Chapter.NUMBERS:
        return ((to_report,),)
    part = page_of(page.report, behind.figure)
    return ((to_chapter(page.report, view, chapter, part, "back"), to_report),)
