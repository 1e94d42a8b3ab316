"""Cases that were found, with buttons to open them, to narrow the list and to turn its pages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.finding.filters import Filters
from core.finding.segments import phrases_in
from core.model.case import Case
from core.model.company import Company
from core.model.message import Button, Message
from core.model.search import Search
from core.screens.picks import Rows, in_rows

_IN_A_ROW: Final = 2


def found_screen(
    search: Search, cases: Sequence[Case], filters: Filters, company: Company, *, has_more: bool
) -> Message:
    """One line a case; what narrows the list stands beneath, marked where it is on (not under a list that is empty anyway)."""
    site = filters.site_in(company)
    return Message(
        template="cases_found",
        data={
            "words": search.words,
            "is_signs": not phrases_in(search.words),
            "cases": [_line(case, company) for case in cases],
            "page": filters.page + 1,
            "has_more": has_more,
            "is_narrow": filters.is_narrow,
            "site_name": site.name if site else "",
            "filters": [
                name for name in ("is_open", "is_over", "is_mine", "is_this_month") if getattr(filters, name)
            ],
        },
        rows=(
            *in_rows(Button("", "case", case.id, case.version, text=case.number) for case in cases),
            *(_narrowing(search, filters, company) if cases or filters.is_narrow or filters.page else ()),
            _pages(search, filters, has_more=has_more),
        ),
    )


def search_asked(*, is_too_long: bool = False) -> Message:
    """Ask what to look for."""
    return Message(template="search_asked", data={"is_too_long": is_too_long})


def _line(case: Case, company: Company) -> dict[str, object]:
    return {
        "number": case.number,
        "product": case.goods,
        "customer": case.customer,
        "stage": case.stage,
        "registered_on": company.day_at(case.site, case.registered_at),
        "is_imported": case.import_id is not None,
    }


def _narrowing(search: Search, filters: Filters, company: Company) -> Rows:
    marks = [
        _state(search, filters),
        _mark(search, replace(filters, is_mine=not filters.is_mine), "only_mine", is_on=filters.is_mine),
        _mark(
            search,
            replace(filters, is_this_month=not filters.is_this_month),
            "only_this_month",
            is_on=filters.is_this_month,
        ),
    ]
    if len(company.sites) <= 1:
        return in_rows(marks, _IN_A_ROW)
    following = (filters.site + 1) % (len(company.sites) + 1)
    site = filters.site_in(company)
    turned = Button(
        "at_site" if site else "at_all_sites",
        "find",
        search.number,
        arg=replace(filters, site=following, page=0).code(),
        text=site.name if site else "",
    )
    return in_rows([*marks, turned], _IN_A_ROW)


def _state(search: Search, filters: Filters) -> Button:
    """All, then open ones, then those that are over, then all again."""
    after = replace(filters, is_open=not (filters.is_open or filters.is_over), is_over=filters.is_open)
    label = "only_over" if filters.is_over else "only_open"
    return _mark(search, after, label, is_on=filters.is_open or filters.is_over)


def _mark(search: Search, after: Filters, label: str, *, is_on: bool) -> Button:
    return Button(label, "find", search.number, arg=replace(after, page=0).code(), text="☑" if is_on else "☐")


def _pages(search: Search, filters: Filters, *, has_more: bool) -> tuple[Button, ...]:
    def page(label: str, number: int) -> Button:
        return Button(label, "find", search.number, arg=replace(filters, page=number).code())

    before = (page("page_before", filters.page - 1),) if filters.page else ()
    return (*before, *((page("page_after", filters.page + 1),) if has_more else ()))
