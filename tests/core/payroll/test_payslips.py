from dataclasses import replace
from typing import Any

import pytest

from core.model.money import Money
from core.model.staff import StaffRow
from core.payroll.batch import BatchLine
from core.payroll.payslips import COLUMNS, read_payslips

NUMBERS = {17: "E17", 3: "E03"}
LINES = tuple(
    BatchLine(
        id=number,
        batch_id=1,
        person_id=person_id,
        case_id=1,
        notice_id=1,
        clause="5.1",
        owed=Money(51000),
        amount=Money(51000),
    )
    for number, person_id in ((1, 17), (2, 3))
)


def row(place: int = 2, formulas: tuple[str, ...] = (), **cells: Any) -> StaffRow:
    said = {"line": "1", "employee_no": "E17", "withheld": "510.00"}
    return StaffRow(place, said | cells, frozenset(formulas))


SECOND = row(3, line="2", employee_no="E03", withheld="-20.50")
TOTALS = row(4, line="", employee_no="", withheld="")


def faults(*rows: StaffRow) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.what) for one in read_payslips(rows, LINES, NUMBERS).faults]


def test_every_line_comes_back_with_what_was_withheld() -> None:
    read = read_payslips([row(), SECOND, TOTALS], LINES, NUMBERS)

    assert (read.by_line, read.faults) == ({1: Money(51000), 2: Money(-2050)}, ())


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"line": "9"}, "line", "line_unknown"),
        ({"employee_no": "E03"}, "employee_no", "line_of_another"),
        ({"withheld": ""}, "withheld", "cell_missing"),
        ({"withheld": "五百"}, "withheld", "wage_form"),
        ({"withheld": "--5"}, "withheld", "wage_form"),
    ],
)
def test_a_bad_cell_is_named(cells: dict[str, Any], column: str, what: str) -> None:
    assert faults(row(**cells), SECOND) == [(2, column, what)]


@pytest.mark.parametrize(
    ("text", "fen"), [("1,510.00", 151000), ("－２０.５０", -2050), ("¥510", 51000), ("-1,020.50", -102050)]
)
def test_an_amount_is_read_as_spreadsheets_write_it(text: str, fen: int) -> None:
    assert read_payslips([row(withheld=text), SECOND], LINES, NUMBERS).by_line[1] == Money(fen)


def test_where_nothing_was_to_be_withheld_nothing_need_be_written() -> None:
    held = replace(LINES[0], amount=Money(0))

    read = read_payslips([row(withheld="")], [held], NUMBERS)

    assert (read.by_line, read.faults) == ({1: Money(0)}, ())


def test_a_formula_is_never_read() -> None:
    assert faults(row(formulas=("withheld",), withheld="=1+1"), SECOND) == [(2, "withheld", "formula")]


def test_a_line_that_comes_back_twice_is_named() -> None:
    assert faults(row(), row(3), SECOND) == [(3, "line", "number_twice")]


def test_a_line_that_did_not_come_back_is_missed() -> None:
    assert faults(row()) == [(1, "line", "lines_missing")]


def test_columns_are_found_by_either_language_and_missed_by_name() -> None:
    assert COLUMNS.columns_of(("行号", "employee no", "实扣", "姓名")) == (
        "line",
        "employee_no",
        "withheld",
        None,
    )
    assert [(one.column, one.what) for one in COLUMNS.faults_in(("line", "行号", "实扣"))] == [
        ("line", "column_twice"),
        ("employee_no", "column_missing"),
    ]
