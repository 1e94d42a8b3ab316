from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook, load_workbook

from bot.cli.shell_words import ShellWords
from bot.payroll.sheet import payroll_sheet
from bot.sheets import table
from bot.sheets.table import read_table
from core.model.money import Money
from core.payroll.planning import planned
from core.payroll.view import PayrollView
from core.payroll.wages import COLUMNS, read_wages
from core.screens.payroll import payroll_lines
from tests.core.payroll.make_payroll import MARCH, ZHANG, file_of, notice, owes
from tests.core.screens.test_payroll import batch
from tests.fakes import check_words
from tests.make import case, company, person

CASES = {1: case(id=1, number="=1+1"), 2: case(id=2)}


def rows_of(view: PayrollView, language: str) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(payroll_sheet(view, CASES, ShellWords.of(language))))
    return list(book.worksheets[0].iter_rows(values_only=True))


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_each_line_names_case_clause_and_what_remains_and_the_totals_stand_below(language: str) -> None:
    held = {1: notice(1, 1), 2: notice(2, 2, is_frozen=True)}
    people = planned(file_of(owes(150000, 50000), notices=held))

    rows = rows_of(PayrollView(batch=batch(number="KK-2025-001"), people=people), language)

    assert [row[3:8] for row in rows[1:3]] == [
        ("=1+1", "5.1", 1500, 1200, 300),
        ("250303", "5.1", 500, 0, 500),
    ]
    assert rows[2][8] in ("申诉中，冻结", "frozen by an appeal")
    assert [row[6:8] for row in rows[3:]] == [(1200, None), (0, None), (None, 800)]


def test_a_sheet_of_fifty_thousand_rows_is_read_and_every_fault_in_it_named(tmp_path: Path) -> None:
    people = [person(f"E{number}", id=number) for number in range(1, 50_001)]
    file = tmp_path / "wages.csv"
    lines = [f"E{number},{'x' if number % 1000 == 0 else 6000}" for number in range(1, 50_001)]
    file.write_text("工号,应发工资\n" + "\n".join(lines), encoding="utf-8")

    sheet = read_table(file, COLUMNS.columns_of, COLUMNS.faults_in)
    read = read_wages(sheet.rows, MARCH, people)

    assert (len(sheet.rows), len(read.faults), len(read.by_person)) == (50_000, 50, 49_950)


def test_a_workbook_is_read_as_a_text_file_is(tmp_path: Path) -> None:
    file = tmp_path / "wages.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["工号", "应发工资"])
        page.write_row(1, 0, ["E17", 6000.5])

    sheet = read_table(file, COLUMNS.columns_of, COLUMNS.faults_in)

    assert read_wages(sheet.rows, MARCH, [ZHANG]).by_person == {17: Money(600050)}


def test_a_file_of_too_many_rows_or_bytes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wages.csv"
    file.write_text("工号\n" + "1\n" * (table.MOST_ROWS + 1), encoding="utf-8")
    big = tmp_path / "big.csv"
    with big.open("wb") as sparse:
        sparse.truncate(table.MOST_BYTES + 1)

    assert [one.what for one in read_table(file, COLUMNS.columns_of, COLUMNS.faults_in).faults] == [
        "too_many_rows"
    ]
    assert [one.what for one in read_table(big, COLUMNS.columns_of, COLUMNS.faults_in).faults] == [
        "file_too_big"
    ]


def test_a_reward_goes_to_payroll_as_a_bonus_without_case_or_clause() -> None:
    (reward,) = owes(-4000)
    people = planned(file_of([replace(reward, notice_id=0)], notices={}))

    row = rows_of(PayrollView(batch=batch(), people=people), "en")[1]

    assert (row[3], row[4], row[6], row[8]) == (None, None, -40, "bonus")
    check_words(company(), payroll_lines(PayrollView(batch=batch(), people=people), CASES, 0))


def test_a_sheet_is_read_as_wide_as_its_headings_and_blank_lines_before_them_are_passed_over(
    tmp_path: Path,
) -> None:
    book, file = Workbook(), tmp_path / "wide.xlsx"
    assert book.active is not None
    book.active["B3"], book.active["C3"] = "工号", "应发工资"
    book.active["B4"], book.active["C4"], book.active["AZ4"] = "E17", "3000", "rest"
    book.save(file)

    sheet = read_table(file, COLUMNS.columns_of, COLUMNS.faults_in)

    assert [(row.line, row.cell("employee_no"), row.cell("wage")) for row in sheet.rows] == [
        (4, "E17", "3000")
    ]
    assert sheet.faults == ()
