"""Reads a file of earlier records, and writes what is wrong with it beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.durable import written_whole
from bot.sheets.table import TableSheet, read_table
from bot.sheets.writing import xlsx
from core.imports.form import Form
from core.model.staff import StaffFault

# a file is read whole into the memory of the shell, and somebody waits for it
MOST_ROWS: Final = 50_000
SUFFIX: Final = ".faults.xlsx"


@dataclass(frozen=True, slots=True)
class EarlierSheet:
    """The rows of a file, and the headings under which nothing is read."""

    table: TableSheet
    unknown: tuple[str, ...]


def read_earlier(file: Path, form: Form) -> EarlierSheet:
    """The rows of that file; OSError if it cannot be opened."""
    unknown: list[str] = []

    def faults_in(header: Sequence[str]) -> tuple[StaffFault, ...]:
        unknown.extend(form.unknown_in(header))
        return form.faults_in(header)

    table = read_table(file, form.columns_of, faults_in)
    if len(table.rows) > MOST_ROWS:
        table = TableSheet(faults=(StaffFault(1, "", "too_many_rows", str(len(table.rows)), str(MOST_ROWS)),))
    return EarlierSheet(table, tuple(unknown))


def write_faults(file: Path, heading: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Path:
    """The workbook beside that file, one fault a row; OSError if it cannot be written."""
    place = file.with_name(file.stem + SUFFIX)
    with written_whole(place) as target:
        target.write(xlsx("faults", heading, tuple(rows)))
    return place
