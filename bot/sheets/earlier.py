"""Reads a file of earlier records, and writes what is wrong with it beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from bot.durable import written_whole
from bot.sheets.heading import ColumnsOf
from bot.sheets.table import FaultsIn, TableSheet, read_table, table_in
from core.imports.form import MOST_ROWS, Form
from core.model.staff import StaffFault

SUFFIX: Final = ".faults.xlsx"


@dataclass(frozen=True, slots=True)
class EarlierSheet:
    """The rows of a file, and the headings under which nothing is read."""

    table: TableSheet
    unknown: tuple[str, ...]


def read_earlier(file: Path, form: Form) -> EarlierSheet:
    """The rows of that file; OSError if it cannot be opened."""
    return _earlier(partial(read_table, file), form)


def earlier_in(name: str, content: bytes, form: Form) -> EarlierSheet:
    """The rows of a file that is at hand whole."""
    return _earlier(partial(table_in, name, content), form)


def _earlier(read: Callable[[ColumnsOf, FaultsIn], TableSheet], form: Form) -> EarlierSheet:
    unknown: list[str] = []

    def faults_in(header: Sequence[str]) -> tuple[StaffFault, ...]:
        unknown.extend(form.unknown_in(header))
        return form.faults_in(header)

    table = read(form.columns_of, faults_in)
    if len(table.rows) > MOST_ROWS:
        table = TableSheet(faults=(StaffFault(1, "", "too_many_rows", str(len(table.rows)), str(MOST_ROWS)),))
    return EarlierSheet(table, tuple(unknown))


def write_faults(file: Path, book: bytes) -> Path:
    """The workbook with them, beside that file; OSError if it cannot be written."""
    place = file.with_name(file.stem + SUFFIX)
    with written_whole(place) as target:
        target.write(book)
    return place
