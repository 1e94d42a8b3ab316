"""Reads the rows of any table, XLSX or CSV, by named columns; what the cells mean is decided in the core."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePath

from bot.sheets.cells import Cell
from bot.sheets.csv_cells import csv_lines
from bot.sheets.heading import ColumnsOf, heading_at
from bot.sheets.xlsx_cells import xlsx_lines
from core.model.staff import StaffFault, StaffRow

MOST_BYTES = 50_000_000
MOST_ROWS = 100_000
WORKBOOK = ".xlsx"
TEXTS = (".csv", ".txt")

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
    lines = _lines(name, BytesIO(content), columns_of)
    if isinstance(lines, StaffFault):
        return TableSheet(faults=(lines,))
    if not lines:
        return _refused("file_empty")
    if len(lines) > MOST_ROWS + 1:
        return _refused("too_many_rows", allowed=str(MOST_ROWS))
    place = heading_at([cells for _, cells in lines], columns_of)
    at, heading = lines[place]
    header = [cell.text for cell in heading]
    columns = columns_of(header)
    return TableSheet(
        sha256=sha256(content).hexdigest(),
        # a heading that is printed again on each page, or above each person, is no row
        rows=tuple(_row(line, cells, columns) for line, cells in lines[place + 1 :] if cells != heading),
        faults=tuple(replace(fault, line=at) for fault in faults_in(header)),
    )


def _lines(name: str, content: BytesIO, columns_of: ColumnsOf) -> list[tuple[int, list[Cell]]] | StaffFault:
    suffix = PurePath(name).suffix
    if suffix.lower() == WORKBOOK:
        return xlsx_lines(content, MOST_ROWS + 2, columns_of)
    if suffix.lower() in TEXTS:
        return csv_lines(content, MOST_ROWS + 2)
    return StaffFault(1, "", "file_kind", suffix)


def _row(line: int, cells: Sequence[Cell], columns: Sequence[str | None]) -> StaffRow:
    named = {column: cell for cell, column in zip(cells, columns, strict=False) if column is not None}
    return StaffRow(
        line,
        {column: cell.text for column, cell in named.items()},
        frozenset(column for column, cell in named.items() if cell.is_formula),
        next((cell.text for cell in cells if cell.text), ""),
    )


def _refused(what: str, allowed: str = "") -> TableSheet:
    return TableSheet(faults=(StaffFault(1, "", what, allowed=allowed),))
