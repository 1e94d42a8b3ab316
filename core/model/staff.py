"""The staff file: a row as it was read, the person it describes, and its faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.model.employee import Employee


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One row: its line in the file and its cells, cleaned, by column; `formulas` names columns with formulas.

    `opening` is what the row begins with, whether or not that column is read.
    """

    line: int
    cells: Mapping[str, str] = field(default_factory=dict)
    formulas: frozenset[str] = frozenset()
    opening: str = ""

    def cell(self, column: str) -> str:
        """The text in that column, empty if it is blank; a lone dash counts as blank."""
        text = self.cells.get(column, "")
        return "" if text in {"-", "—", "–", "/"} else text


@dataclass(frozen=True, slots=True)
class StaffFault:
    """One fault of a staff file; `what` is the key of its words, line 1 is the header."""

    line: int
    column: str
    what: str
    found: str = ""
    allowed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffEntry(Employee):
    """The description of one person, with its line in the file."""

    line: int
