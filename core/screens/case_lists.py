"""/cases: the lists that somebody needs, one of them shown."""

from dataclasses import dataclass

from core.finding.views import View, view_code
from core.model.case import Case
from core.model.message import Button, Message
from core.screens.picks import in_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of a view; `late` are the ids of cases with something overdue in them.

    `keeps_records`: the reader may bring records in and out.
    """

    view: View
    views: tuple[View, ...]
    page: int
    cases: tuple[Case, ...]
    late: frozenset[int]
    has_more: bool
    keeps_records: bool = False


def case_list(listed: Listed) -> Message:
    """One line a case, what is overdue marked in words; beneath, the other lists and pages."""
    cases = listed.cases
    return Message(
        template="cases_listed",
        data={
            "view": listed.view,
            "cases": [_line(case, is_late=case.id in listed.late) for case in cases],
            "page": listed.page + 1,
            "has_more": listed.has_more,
        },
        rows=(
            *in_rows(Button("", "case", case.id, case.version, text=case.number) for case in cases),
            *in_rows((_tab(view, is_shown=view is listed.view) for view in listed.views), 2),
            _pages(listed),
            (Button("records", "records"),) if listed.keeps_records else (),
        ),
    )


def _line(case: Case, *, is_late: bool) -> dict[str, object]:
    return {
        "number": case.number,
        "product": case.goods,
        "customer": case.customer,
        "stage": case.stage,
        "is_late": is_late,
    }


def _tab(view: View, *, is_shown: bool) -> Button:
    return Button(f"view_{view.value}", "cases", arg=view_code(view, 0), text="▸ " if is_shown else "")


def _pages(listed: Listed) -> tuple[Button, ...]:
    def page(label: str, number: int) -> Button:
        return Button(label, "cases", arg=view_code(listed.view, number))

    before = (page("page_before", listed.page - 1),) if listed.page else ()
    return (*before, *((page("page_after", listed.page + 1),) if listed.has_more else ()))
