"""Sheets as people keep them: a title above the heading, several sheets, hidden ones, headings printed again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.sheets.staff import read_staff_sheet
from bot.sheets.table import TableSheet, table_in
from core.payroll.wages import COLUMNS

HEADING = ("序号", "工号", "姓名", "应发工资")
ROW = (1, "E17", "张伟", 5233.330000000001)


def read(fill: Callable[[Workbook], None]) -> TableSheet:
    book, kept = Workbook(), BytesIO()
    fill(book)
    book.save(kept)
    return table_in("wages.xlsx", kept.getvalue(), COLUMNS.columns_of, COLUMNS.faults_in)


def sheet(book: Workbook, name: str, *rows: tuple[Any, ...], state: str = "visible") -> None:
    page = book.create_sheet(name)
    page.sheet_state = state
    for row in rows:
        page.append(row)


def only(book: Workbook, *rows: tuple[Any, ...]) -> None:
    assert book.active is not None
    for row in rows:
        book.active.append(row)


def test_a_title_and_notes_may_stand_above_the_heading() -> None:
    found = read(lambda book: only(book, ("恒远 2025年3月 工资表",), ("单位：元",), (), HEADING, ROW))

    (row,) = found.rows
    assert (found.faults, row.line, row.cell("wage"), row.opening) == ((), 5, "5233.33", "1")


def test_what_is_wrong_with_the_heading_is_said_of_its_own_line() -> None:
    found = read(lambda book: only(book, ("工资表",), ("工号", "姓名"), ROW))

    assert [(one.line, one.column, one.what) for one in found.faults] == [(2, "wage", "column_missing")]


def test_a_heading_that_is_printed_again_is_no_row() -> None:
    found = read(lambda book: only(book, HEADING, ROW, HEADING, (2, "E03", "周敏", 4000)))

    assert [row.line for row in found.rows] == [2, 4]


def test_the_sheet_that_has_the_headings_is_read_and_a_hidden_one_is_not() -> None:
    def fill(book: Workbook) -> None:
        only(book, ("说明：请不要改动",))
        sheet(book, "2月", HEADING, (1, "E17", "张伟", 1), state="hidden")
        sheet(book, "3月", HEADING, ROW)

    assert [row.cell("wage") for row in read(fill).rows] == ["5233.33"]


def test_of_several_months_in_one_workbook_none_is_taken_by_itself() -> None:
    def fill(book: Workbook) -> None:
        only(book, ("说明",))
        sheet(book, "2月", HEADING, ROW)
        sheet(book, "3月", HEADING, ROW)

    (fault,) = read(fill).faults
    assert (fault.what, fault.found) == ("sheets_several", "2月, 3月")


def test_an_empty_workbook_is_empty() -> None:
    assert [one.what for one in read(only).faults] == ["file_empty"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_text_file_may_have_a_title_too(mark: str) -> None:
    text = f"2025年3月工资表\n工号{mark}应发工资\nE17{mark}3000\n"

    found = table_in("w.csv", text.encode("gb18030"), COLUMNS.columns_of, COLUMNS.faults_in)

    assert [(row.line, row.cell("wage")) for row in found.rows] == [(3, "3000")]


def test_a_staff_file_may_have_a_title_too(tmp_path: Path) -> None:
    file = tmp_path / "staff.csv"
    file.write_text("员工花名册\n工号,姓名,部门,厂区\nE1,赵刚,总经办,总厂\n", encoding="utf-8")

    found = read_staff_sheet(file)

    assert (found.faults, [row.line for row in found.rows]) == ((), [3])
