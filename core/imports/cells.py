"""One row of earlier records: its cells, and the faults found in them."""

from datetime import date
from typing import Final

from core.imports.day import sheet_day
from core.imports.form import Form
from core.model.staff import StaffFault, StaffRow

# a number abroad begins like a formula
_DIALLED: Final = frozenset("+0123456789 -()/")


class Cells:
    """Reads the cells of one row and gathers the faults."""

    def __init__(self, row: StaffRow, form: Form) -> None:
        self.row = row
        self._form = form
        self.faults: list[StaffFault] = []
        for column in sorted(row.formulas):
            if not _is_dialled(column, row.cell(column)):
                self.note(column, "formula", _short(row.cell(column)))

    def text(self, column: str) -> str:
        """The text there; noted if it is missing where it is needed, or too long."""
        text = self.row.cell(column)
        if not text and column in self._form.needed:
            self.note(column, "cell_missing")
        longest = self._form.longest[column]
        if len(text) > longest:
            self.note(column, "cell_too_long", _short(text), str(longest))
        return text

    def day(self, column: str, first: date | None, last: date) -> date | None:
        """The day there, between these two; None if there is none, noted where one is needed."""
        text = self.row.cell(column)
        if not text:
            if column in self._form.needed:
                self.note(column, "cell_missing")
            return None
        day = sheet_day(text)
        if isinstance(day, str):
            self.note(column, day, _short(text))
            return None
        if day > last:
            self.note(column, "day_too_late", day.isoformat(), last.isoformat())
        elif first is not None and day < first:
            self.note(column, "day_too_early", day.isoformat(), first.isoformat())
        return day

    def note(self, column: str, what: str, found: str = "", allowed: str = "") -> None:
        """Note a fault of this row; one is enough in a cell that holds a formula."""
        if all(fault.column != column for fault in self.faults):
            self.faults.append(StaffFault(self.row.line, column, what, found, allowed))


def _is_dialled(column: str, text: str) -> bool:
    return column == "phone" and set(text) <= _DIALLED


def _short(text: str) -> str:
    longest = 40
    return text if len(text) <= longest else text[:longest] + "…"
