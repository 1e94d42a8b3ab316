"""Earlier complaints as a file has them, each with every fault it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.imports.cells import Cells
from core.imports.form import COMPLAINTS
from core.imports.same import plain
from core.model.company import Company
from core.model.staff import StaffFault, StaffRow
from core.rules.staff.staff_row import sites_by_word

# before that nobody kept such records in a sheet
EARLIEST: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One earlier complaint, in the words of a case; `result` is how it ended, `earlier_number` that of one merged into it."""

    line: int
    number: str
    site: str
    customer: str
    received_on: date
    happened: str
    product: str = ""
    part_no: str = ""
    order_no: str = ""
    quantity: str = ""
    defective: str = ""
    demand: str = ""
    phone: str = ""
    cause: str = ""
    containment: str = ""
    result: str = ""
    occurred_on: date | None = None
    closed_on: date | None = None
    earlier_number: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """The complaints of the clean rows, and every fault of the others."""

    entries: tuple[Complaint, ...]
    faults: tuple[StaffFault, ...]


def read_complaints(rows: Iterable[StaffRow], company: Company, today: date) -> ComplaintFile:
    """Every complaint, or every fault; a number stands once, and no day is after `today`."""
    entries: list[Complaint] = []
    faults: list[StaffFault] = []
    lines: dict[str, int] = {}
    for row in rows:
        cells = Cells(row, COMPLAINTS)
        entry = _entry(cells, company, today)
        number = plain(row.cell("number"))
        if number in lines:
            cells.note("number", "import_number_twice", row.cell("number"), str(lines[number]))
        elif number:
            lines[number] = row.line
        faults += cells.faults
        if entry is not None and not cells.faults:
            entries.append(entry)
    if not (entries or faults):
        faults.append(StaffFault(1, "", "import_empty"))
    return ComplaintFile(tuple(entries), tuple(faults))


def _entry(cells: Cells, company: Company, today: date) -> Complaint | None:
    received = cells.day("received_on", EARLIEST, today)
    texts = {column: cells.text(column) for column in COMPLAINTS.longest}
    occurred = cells.day("occurred_on", EARLIEST, received or today)
    closed = cells.day("closed_on", received, today)
    site = _site(cells, company)
    if received is None:
        return None
    return Complaint(
        line=cells.row.line,
        site=site,
        received_on=received,
        occurred_on=occurred,
        closed_on=closed,
        **texts | {"number": " ".join(texts["number"].split())},
    )


def _site(cells: Cells, company: Company) -> str:
    """The only site need not be named."""
    text, known = cells.row.cell("site"), sites_by_word(company)
    if text in known:
        return known[text]
    if text or len(company.sites) > 1:
        what = "site_unknown" if text else "cell_missing"
        cells.note("site", what, text, ", ".join(site.name for site in company.sites))
        return ""
    return company.sites[0].id
