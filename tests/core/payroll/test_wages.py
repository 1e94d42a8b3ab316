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
        ({"wage": "60,00.00"}, "wage", "wage_form"),
        ({"wage": "1.2万"}, "wage", "wage_form"),
        ({"wage": "5233.3333"}, "wage", "wage_form"),
        ({"wage": "－1"}, "wage", "wage_negative"),
        ({"wage": "-1"}, "wage", "wage_negative"),
        ({"wage": ""}, "wage", "cell_missing"),
        ({"employee_no": ""}, "employee_no", "cell_missing"),
        ({"employee_no": "E99"}, "employee_no", "employee_unknown"),
        ({"name": "李四"}, "name", "name_differs"),
        ({"month": "2025-02"}, "month", "month_differs"),
        ({"month": "三月"}, "month", "month_form"),
        ({"month": "2025-02-28"}, "month", "month_differs"),
    ],
)
def test_a_bad_cell_is_named(cells: dict[str, Any], column: str, what: str) -> None:
    assert faults(row(**cells)) == [(2, column, what)]


@pytest.mark.parametrize("wage", ["6,000.00", "６０００", "¥6,000", "6000.0", "￥６，０００．００"])
def test_a_wage_is_read_as_spreadsheets_write_it(wage: str) -> None:
    assert read_wages([row(wage=wage)], MARCH, PEOPLE).by_person == {17: Money(600000)}


@pytest.mark.parametrize("month", ["2025-03-01", "2025-03-31 00:00:00", "45717", "２０２５年３月"])
def test_a_month_that_a_sheet_keeps_as_a_day_is_that_days_month(month: str) -> None:
    assert faults(row(month=month)) == []


@pytest.mark.parametrize("number", ["7", "０００７", "0007"])
def test_a_number_that_lost_its_zeros_is_that_of_whoever_has_it_and_the_name_beside_it(number: str) -> None:
    seven = person("0007", id=7, name="周敏")

    read = read_wages([row(employee_no=number, name="周敏")], MARCH, (seven,))

    assert read.by_person == {7: Money(600000)}


def test_by_a_number_alone_nobody_is_guessed_but_whoever_it_may_be_is_named() -> None:
    people = (person("0007", id=7, name="周敏"), person("e7", id=8), person("E07", id=9))

    read = read_wages(
        [row(2, employee_no="7"), row(3, employee_no="7", name="马超"), row(4, employee_no="E007")],
        MARCH,
        people,
    )

    assert [(one.line, one.what, one.allowed) for one in read.faults] == [
        (2, "employee_unknown", "0007"),
        (3, "employee_unknown", "0007"),
        (3, "number_twice", "2"),
        (4, "employee_unknown", ""),
    ]


def test_one_person_under_two_ways_of_writing_their_number_is_there_twice() -> None:
    assert faults(row(2, name="张伟"), row(3, employee_no="e17", name="张伟")) == [
        (3, "employee_no", "number_twice")
    ]


def total(line: int, opening: str, wage: str, **cells: Any) -> StaffRow:
    return StaffRow(line, {"employee_no": "", "wage": wage} | cells, frozenset(), opening)


LAST = row(3, employee_no="E03", wage="4000")


@pytest.mark.parametrize(
    ("opening", "wage"),
    [("合计", "10,000.00"), ("总 计：", "10000"), ("仓储部小计", "1"), ("Total", "10000"), ("合计", "")],
)
def test_a_total_is_nobodys_wage(opening: str, wage: str) -> None:
    read = read_wages([row(), LAST, total(4, opening, wage)], MARCH, PEOPLE)

    assert (len(read.by_person), read.faults) == (2, ())


def test_a_total_under_the_numbers_is_one_too_and_a_formula_in_it_is_not_computed() -> None:
    last = StaffRow(4, {"employee_no": "合计", "wage": "=SUM(C2:C3)"}, frozenset({"wage"}), "合计")

    assert faults(row(), LAST, last) == []


@pytest.mark.parametrize(("wage", "what"), [("9000", "total_differs"), ("一万", "wage_form")])
def test_a_total_that_is_not_the_sum_is_named(wage: str, what: str) -> None:
    assert faults(row(), LAST, total(4, "合计", wage)) == [(4, "wage", what)]


def test_of_several_totals_the_last_is_of_all() -> None:
    assert faults(row(), total(3, "合计", "6000"), LAST, total(5, "合计", "10000")) == []


def test_what_begins_with_a_total_but_names_a_person_is_a_row() -> None:
    assert faults(StaffRow(2, {"employee_no": "E99", "wage": "1"}, frozenset(), "合计")) == [
        (2, "employee_no", "employee_unknown")
    ]


def test_a_line_with_neither_person_nor_wage_says_nothing() -> None:
    assert faults(row(), StaffRow(5, {"month": "2025-03"}, frozenset(), "制表：何静")) == []


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


@pytest.mark.parametrize(
    "header",
    [
        ("工 号", "姓　名", "应发工资（元）"),
        ("员工\n编号", "员工姓名", "应付工资(元)"),
        ("Employee ID", "Name", "Gross pay (CNY)"),
    ],
)
def test_headings_are_known_however_they_are_spaced_and_with_their_unit(header: tuple[str, ...]) -> None:
    assert COLUMNS.columns_of(header) == ("employee_no", "name", "wage")


def test_other_columns_of_a_payroll_sheet_are_left_unread() -> None:
    header = ("工号", "姓名", "应发工资", "奖金")

    assert COLUMNS.columns_of(header) == ("employee_no", "name", "wage", None)
    assert COLUMNS.faults_in(header) == ()


def test_a_column_that_is_missing_or_there_twice_is_named() -> None:
    assert [(one.column, one.what, one.found) for one in COLUMNS.faults_in(("工号", "员工编号"))] == [
        ("employee_no", "column_twice", "工号 / 员工编号"),
        ("wage", "column_missing", ""),
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
