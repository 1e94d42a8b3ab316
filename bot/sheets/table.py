"""Reads the rows of any table, XLSX or CSV, by named columns; what the cells mean is decided in the core."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePath

from bot.sheets.cells import Cell
from bot.sheets.csv_cells import csv_lines
from bot.sheets.xlsx_cells import xlsx_lines
from core.model.staff import StaffFault, StaffRow

MOST_BYTES = 50_000_000
MOST_ROWS = 100_000
READERS = {".xlsx": xlsx_lines, ".csv": csv_lines, ".txt": csv_lines}

ColumnsOf = Callable[[Sequence[str]], tuple[str | None, ...]]
FaultsIn = Callable[[Sequence[str]], tuple[StaffFault, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """The rows of a file with the hash of its bytes, or the faults of the file and its header."""

    sha256: str = ""
    rows: tuple[StaffRow, ...] = ()
    faults: tuple[StaffFault, ...] = ()


def read_table(file: Path, columns_of: ColumnsOf, faults_in: FaultsIn) -> TableSheet:
    """The rows of that file; what cannot be read at all is a fault, too. OSError if the file cannot be opened."""
    if file.stat().st_size > MOST_BYTES:
        return _refused("file_too_big", allowed=str(MOST_BYTES))
    return table_in(file.name, file.read_bytes(), columns_of, faults_in)


def table_in(name: str, content: bytes, columns_of: ColumnsOf, faults_in: FaultsIn) -> TableSheet:
    """The rows of a file that is at hand whole, and of which nothing is written anywhere."""
    suffix = PurePath(name).suffix
    reader = READERS.get(suffix.lower())
    if reader is None:
        return _refused("file_kind", suffix)
    lines = reader(BytesIO(content), MOST_ROWS + 2)
    if isinstance(lines, StaffFault):
        return TableSheet(faults=(lines,))
    if not lines:
        return _refused("file_empty")
    if len(lines) > MOST_ROWS + 1:
        return _refused("too_many_rows", allowed=str(MOST_ROWS))
    header = [cell.text for cell in lines[0][1]]
    columns = columns_of(header)
    return TableSheet(
        sha256=sha256(content).hexdigest(),
        rows=tuple(_row(line, cells, columns) for line, cells in lines[1:]),
        faults=faults_in(header),
    )


def _row(line: int, cells: Sequence[Cell], columns: Sequence[str | None]) -> StaffRow:
    named = {column: cell for cell, column in zip(cells, columns, strict=False) if column is not None}
    return StaffRow(
        line,
        {column: cell.text for column, cell in named.items()},
        frozenset(column for column, cell in named.items() if cell.is_formula),
    )


def _refused(what: str, found: str = "", allowed: str = "") -> TableSheet:
    return TableSheet(faults=(StaffFault(1, "", what, found, allowed),))
