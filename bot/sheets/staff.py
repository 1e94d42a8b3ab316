"""Reads a staff file, XLSX or CSV, into rows of cleaned text; what the cells mean is decided in the core."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.sheets.cells import Cell
from bot.sheets.csv_cells import csv_lines
from bot.sheets.heading import heading_at
from bot.sheets.table import TEXTS, WORKBOOK
from bot.sheets.xlsx_cells import xlsx_lines
from core.model.staff import StaffFault, StaffRow
from core.rules.staff.staff_columns import COLUMNS, problems_in_header

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSheet:
    """The rows of a file, the faults of its header, and where hidden marks were taken out (line, column)."""

    rows: tuple[StaffRow, ...] = ()
    faults: tuple[StaffFault, ...] = ()
    cleaned: tuple[tuple[int, str], ...] = ()


def read_staff_sheet(file: Path) -> StaffSheet:
    """The rows of that file; what cannot be read at all is a fault, too. OSError if the file cannot be opened."""
    if file.stat().st_size > MOST_BYTES:
        return _refused("file_too_big", str(MOST_BYTES))
    lines = _lines(file)
    if isinstance(lines, StaffFault):
        return StaffSheet(faults=(lines,))
    if len(lines) > MOST_ROWS + 1:
        return _refused("too_many_rows", str(MOST_ROWS))
    return _sheet(lines)


def _lines(file: Path) -> list[tuple[int, list[Cell]]] | StaffFault:
    suffix = file.suffix.lower()
    if suffix == WORKBOOK:
        return xlsx_lines(file, MOST_ROWS + 2, COLUMNS.columns_of)
    if suffix in TEXTS:
        return csv_lines(file, MOST_ROWS + 2)
    return StaffFault(1, "", "file_kind", file.suffix)


def _sheet(lines: list[tuple[int, list[Cell]]]) -> StaffSheet:
    if not lines:
        return _refused("file_empty")
    place = heading_at([cells for _, cells in lines], COLUMNS.columns_of)
    at, heading = lines[place]
    header = [cell.text for cell in heading]
    columns = COLUMNS.columns_of(header)
    rows = [(line, _named(cells, columns)) for line, cells in lines[place + 1 :]]
    return StaffSheet(
        rows=tuple(_row(line, cells) for line, cells in rows),
        faults=tuple(replace(fault, line=at) for fault in problems_in_header(header)),
        cleaned=tuple(
            (line, column) for line, cells in rows for column, cell in cells.items() if cell.was_cleaned
        ),
    )


def _row(line: int, cells: dict[str, Cell]) -> StaffRow:
    return StaffRow(
        line,
        {column: cell.text for column, cell in cells.items()},
        frozenset(column for column, cell in cells.items() if cell.is_formula),
    )


def _named(cells: list[Cell], columns: tuple[str | None, ...]) -> dict[str, Cell]:
    return dict(_pairs(cells, columns))


def _pairs(cells: list[Cell], columns: tuple[str | None, ...]) -> Iterator[tuple[str, Cell]]:
    for cell, column in zip(cells, columns, strict=False):
        if column is not None:
            yield column, cell


def _refused(what: str, allowed: str = "") -> StaffSheet:
    return StaffSheet(faults=(StaffFault(1, "", what, allowed=allowed),))
