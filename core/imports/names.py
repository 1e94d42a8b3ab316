"""Customers and products from a file, and which of them the company has met under that name or a like one."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.imports.cells import Cells
from core.imports.form import FORMS
from core.imports.same import plain
from core.model.company import Company
from core.model.imported import ImportKind
from core.model.remembered import Remembered
from core.model.staff import StaffFault, StaffRow
from core.rules.staff.staff_row import LANGUAGES

SHELF = {ImportKind.CUSTOMERS: "customer", ImportKind.PRODUCTS: "product"}


@dataclass(frozen=True, slots=True)
class Name:
    """One customer or product; `language` is empty where the file says none."""

    line: int
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class NameFile:
    """The names of the clean rows, and every fault of the others."""

    entries: tuple[Name, ...]
    faults: tuple[StaffFault, ...]


@dataclass(frozen=True, slots=True)
class DoubleName:
    """A name that is there already, or on an earlier line (`known` is None), up to width, case and spaces."""

    entry: Name
    known: Remembered | None
    said: str

    @property
    def is_identical(self) -> bool:
        """Whether it is spelt just so."""
        return self.entry.name == self.said


@dataclass(frozen=True, slots=True)
class ComparedNames:
    """What a file would add, and what is there already."""

    new: tuple[Name, ...]
    doubles: tuple[DoubleName, ...]


def read_names(kind: ImportKind, rows: Iterable[StaffRow], company: Company) -> NameFile:
    """Every name, or every fault."""
    entries: list[Name] = []
    faults: list[StaffFault] = []
    for row in rows:
        cells = Cells(row, FORMS[kind])
        entries.append(Name(row.line, " ".join(cells.text("name").split()), _language(cells, company)))
        faults += cells.faults
    if not entries:
        faults.append(StaffFault(1, "", "import_empty"))
    return NameFile(tuple(entries), tuple(faults))


def compare_names(entries: Iterable[Name], known: Iterable[Remembered]) -> ComparedNames:
    """Each name against all that are remembered and those before it."""
    exact = {one.name: one for one in known}
    alike = {plain(name): one for name, one in exact.items()}
    firsts: dict[str, str] = {}
    new: list[Name] = []
    doubles: list[DoubleName] = []
    for entry in entries:
        key = plain(entry.name)
        if there := exact.get(entry.name) or alike.get(key):
            doubles.append(DoubleName(entry, there, there.name))
        elif key in firsts:
            doubles.append(DoubleName(entry, None, firsts[key]))
        else:
            firsts[key] = entry.name
            new.append(entry)
    return ComparedNames(tuple(new), tuple(doubles))


def _language(cells: Cells, company: Company) -> str:
    text = cells.row.cell("language")
    if not text:
        return ""
    language = LANGUAGES.get(text.lower(), "")
    if language not in company.languages:
        cells.note("language", "language_unknown", text, ", ".join(company.languages))
    return language
