"""The filters and the page of a list of found cases, as its buttons carry them."""

from dataclasses import dataclass
from typing import Final

from core.errors import NoSuchThing
from core.model.company import Company, Site
from core.model.number_text import is_number

_MARKS: Final = {"o": "is_open", "c": "is_over", "i": "is_mine", "m": "is_this_month"}
_PARTS: Final = 3
LONGEST_PAGE: Final = 6
"""Digits of a page or of a site's place in the list, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which of the cases found are shown: `site` counts the company's sites from 1, 0 for all; pages count from 0."""

    is_open: bool = False
    is_over: bool = False
    is_mine: bool = False
    is_this_month: bool = False
    site: int = 0
    page: int = 0

    @property
    def is_narrow(self) -> bool:
        """Whether any of them leaves something out."""
        return self.is_open or self.is_over or self.is_mine or self.is_this_month or self.site > 0

    def site_in(self, company: Company) -> Site | None:
        """The site it is narrowed to; None for all."""
        return company.sites[self.site - 1] if 0 < self.site <= len(company.sites) else None

    def code(self) -> str:
        """As a button carries it: `page.marks.site`."""
        marks = "".join(mark for mark, name in _MARKS.items() if getattr(self, name))
        return f"{self.page}.{marks}.{self.site}"


def filters_in(code: str) -> Filters:
    """The filters that a button carries; NoSuchThing for what none of ours does."""
    parts = code.split(".")
    page, marks, site = parts if len(parts) == _PARTS else ("", "", "")
    if not (is_number(page, LONGEST_PAGE) and is_number(site, LONGEST_PAGE) and set(marks) <= set(_MARKS)):
        raise NoSuchThing("thing_unknown")
    return Filters(page=int(page), site=int(site), **{name: mark in marks for mark, name in _MARKS.items()})
