from typing import Any

import pytest

from core.model.money import Money
from core.model.staff import StaffRow
from core.payroll.month import Month
from core.payroll.wages import COLUMNS, read_wages
from tests.core.payroll.make_payroll import MARCH, ZHANG
from tests.make import person

PEOPLE = (ZHANG, person("E03", id=3))


def row(line: int = 2, formulas: tuple[str, ...] = (), **cells: Any) -> StaffRow:
    return StaffRow(line, {"employee_no": "E17", "wage": "6000.00"} | cells, frozenset(formulas))


def faults(*rows: StaffRow) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.what) for one in read_wages(rows, MARCH, PEOPLE).faults]


def test_a_clean_sheet_gives_everybodys_wage() -> None:
    read = read_wages(
        [row(name="张伟", month="2025年3月"), row(3, employee_no="E03", wage="0")], MARCH, PEOPLE
    )

    assert (read.by_person, read.faults) == ({17: Money(600000), 3: Money(0)}, ())


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"wage": "五千"}, "wage", "wage_form"),
        ({"wage": "6000元"}, "wage", "wage_form"),
        ({"wage": "6,000.00"}, "wage", "wage_form"),
        ({"wage": "-1"}, "wage", "wage_negative"),
        ({"wage": ""}, "wage", "cell_missing"),
        ({"employee_no": ""}, "employee_no", "cell_missing"),
        ({"employee_no": "E99"}, "employee_no", "employee_unknown"),
        ({"name": "李四"}, "name", "name_differs"),
        ({"month": "2025-02"}, "month", "month_differs"),
        ({"month": "三月"}, "month", "month_form"),
    ],
)
def test_a_bad_cell_is_named(cells: dict[str, Any], column: str, what: str) -> None:
    assert faults(row(**cells)) == [(2, column, what)]


@pytest.mark.parametrize("column", ["employee_no", "wage", "month"])
def test_a_formula_is_never_read(column: str) -> None:
    formula: dict[str, Any] = {column: "=cmd|' /C calc'!A1"}
    bad = row(formulas=(column,), **formula)

    assert faults(bad) == [(2, column, "formula")]


def test_two_rows_for_one_person_are_refused_with_the_first_rows_line() -> None:
    read = read_wages([row(2), row(5)], MARCH, PEOPLE)

    (fault,) = read.faults
    assert (fault.line, fault.what, fault.allowed) == (5, "number_twice", "2")


def test_a_sheet_without_rows_is_a_fault() -> None:
    assert faults() == [(1, "", "file_empty")]


def test_every_fault_is_named_at_once() -> None:
    assert len(faults(row(2, wage="x"), row(3, employee_no="E99", wage="-5"))) == 3


def test_other_columns_of_a_payroll_sheet_are_left_unread() -> None:
    header = ("工号", "姓名", "应发工资", "奖金")

    assert COLUMNS.columns_of(header) == ("employee_no", "name", "wage", None)
    assert COLUMNS.faults_in(header) == ()


def test_a_column_that_is_missing_or_there_twice_is_named() -> None:
    assert [(one.column, one.what) for one in COLUMNS.faults_in(("工号", "员工编号"))] == [
        ("employee_no", "column_twice"),
        ("wage", "column_missing"),
    ]


@pytest.mark.parametrize("text", ["2025-03", "2025.3", "2025/03", "2025年3月", "202503"])
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert Month.of(text) == MARCH


@pytest.mark.parametrize("text", ["2025-13", "March", "", "25-03", "2025-00"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        Month.of(text)


def test_a_month_knows_its_days() -> None:
    assert (str(MARCH), MARCH.first.day, MARCH.last.day, Month(2024, 2).last.day) == ("2025-03", 1, 31, 29)
