"""One row of a staff file, read into the person it describes, with every fault it has."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from core.model.company import Company
from core.model.roles import Grant, Role
from core.model.staff import StaffEntry, StaffFault, StaffRow
from core.rules.staff.staff_dates import staff_date
from core.rules.staff.staff_roles import roles_in
from core.rules.typed.half_width import half_width

LONGEST: Final = {"employee_no": 20, "name": 40, "department": 40, "region": 40}
LANGUAGES: Final = {
    "zh-hans": "zh-Hans", "zh": "zh-Hans", "中文": "zh-Hans", "简体中文": "zh-Hans",
    "en": "en", "english": "en", "英文": "en", "英语": "en",
}  # fmt: skip
_NUMBER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class RowReading:
    """Reads the cells of one row and gathers the faults."""

    def __init__(self, row: StaffRow, company: Company) -> None:
        self.row = row
        self.company = company
        self.faults: list[StaffFault] = [
            self._fault(column, "formula", row.cells.get(column, "")) for column in sorted(row.formulas)
        ]

    def entry(self) -> StaffEntry:
        """The person of this row; only to be used if there are no faults."""
        site, department = self._site(), self._text("department", is_needed=True)
        entry = StaffEntry(
            line=self.row.line,
            employee_no=self._number(),
            name=self._text("name", is_needed=True),
            department=department,
            site=site,
            region=self._text("region"),
            manager_no=half_width(self.row.cell("manager")) or None,
            deputy_no=half_width(self.row.cell("deputy")) or None,
            joined_on=self._date("joined_on"),
            transferred_on=self._date("transferred_on"),
            left_on=self._date("left_on"),
            language=self._language(),
            grants=self._grants(Grant(Role.EMPLOYEE, site, department)),
        )
        self._check_order("transferred_on", entry.joined_on, entry.transferred_on)
        self._check_order("left_on", entry.joined_on, entry.left_on)
        return entry

    def _text(self, column: str, *, is_needed: bool = False) -> str:
        text = self.row.cell(column)
        if is_needed and not text:
            self._note(column, "cell_missing")
        if len(text) > LONGEST[column]:
            self._note(column, "cell_too_long", text[: LONGEST[column]] + "…", str(LONGEST[column]))
        return text

    def _number(self) -> str:
        text = half_width(self._text("employee_no", is_needed=True))
        if text and not _NUMBER.fullmatch(text) and "employee_no" not in self.row.formulas:
            self._note("employee_no", "number_form", text)
        return text

    def _site(self) -> str:
        text, sites = self.row.cell("site"), sites_by_word(self.company)
        if not text:
            self._note("site", "cell_missing")
        elif text not in sites:
            self._note("site", "site_unknown", text, ", ".join(site.name for site in self.company.sites))
        return sites.get(text, "")

    def _date(self, column: str) -> date | None:
        text = self.row.cell(column)
        day = staff_date(text) if text else None
        if isinstance(day, str):
            self._note(column, day, text)
            return None
        return day

    def _language(self) -> str:
        text = self.row.cell("language")
        language = LANGUAGES.get(text.lower()) if text else self.company.languages[0]
        if language not in self.company.languages:
            self._note("language", "language_unknown", text, ", ".join(self.company.languages))
        return language or self.company.languages[0]

    def _grants(self, home: Grant) -> tuple[Grant, ...]:
        grants, faults = roles_in(
            self.row.cell("roles"), self.row.line, sites=sites_by_word(self.company), home=home
        )
        self.faults.extend(faults)
        return grants or (Grant(Role.EMPLOYEE, home.site),)

    def _check_order(self, column: str, joined_on: date | None, day: date | None) -> None:
        if joined_on is not None and day is not None and day < joined_on:
            self._note(column, "before_joined", day.isoformat(), joined_on.isoformat())

    def _note(self, column: str, what: str, found: str = "", allowed: str = "") -> None:
        self.faults.append(self._fault(column, what, found, allowed))

    def _fault(self, column: str, what: str, found: str = "", allowed: str = "") -> StaffFault:
        return StaffFault(self.row.line, column, what, found, allowed)


def sites_by_word(company: Company) -> Mapping[str, str]:
    """The ids of the sites, by name and by id."""
    return {word: site.id for site in company.sites for word in (site.name, site.id)}
