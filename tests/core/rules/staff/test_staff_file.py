from datetime import date

import pytest

from core.model.roles import Grant, Role
from core.model.staff import StaffEntry, StaffFault, StaffRow
from core.rules.staff.staff_columns import COLUMNS, problems_in_header
from core.rules.staff.staff_dates import staff_date
from core.rules.staff.staff_file import StaffFile, read_staff
from tests.make import company, person

GOOD = {"employee_no": "E01", "name": "周敏", "department": "仓储部", "site": "苏州厂"}


def read(*rows: dict[str, str], formulas: frozenset[str] = frozenset()) -> StaffFile:
    return read_staff([StaffRow(line, row, formulas) for line, row in enumerate(rows, 2)], company(), [])


def faults(*rows: dict[str, str]) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.column, fault.what) for fault in read(*rows).faults]


def one(**cells: str) -> StaffEntry:
    file = read(GOOD | cells)
    assert file.faults == ()
    return file.entries[0]


def test_a_clean_row_becomes_a_person() -> None:
    entry = one(
        roles="品管", region="suzhou", joined_on="2024年3月1日", transferred_on="2024/5/6", language="English"
    )

    assert entry == StaffEntry(
        line=2,
        employee_no="E01",
        name="周敏",
        department="仓储部",
        site="suzhou",
        region="suzhou",
        joined_on=date(2024, 3, 1),
        transferred_on=date(2024, 5, 6),
        language="en",
        grants=(Grant(Role.QUALITY, "suzhou"),),
    )


def test_who_has_no_role_is_an_employee_of_their_site() -> None:
    assert one().grants == (Grant(Role.EMPLOYEE, "suzhou"),)
    assert one(roles="-").grants == (Grant(Role.EMPLOYEE, "suzhou"),)


@pytest.mark.parametrize(
    ("cell", "grants"),
    [
        (
            "quality@苏州厂; supervisor@苏州厂/仓储部",
            (Grant(Role.QUALITY, "suzhou"), Grant(Role.SUPERVISOR, "suzhou", "仓储部")),
        ),
        ("品管＠无锡厂", (Grant(Role.QUALITY, "wuxi"),)),
        ("主管", (Grant(Role.SUPERVISOR, "suzhou", "仓储部"),)),
        ("总经理@*、General Manager@all", (Grant(Role.GENERAL_MANAGER),)),
        ("hr,\nadmin", (Grant(Role.HR, "suzhou"), Grant(Role.ADMIN, "suzhou"))),
    ],
)
def test_roles_say_what_and_where(cell: str, grants: tuple[Grant, ...]) -> None:
    assert one(roles=cell).grants == grants


def test_every_fault_of_a_file_is_named_at_once_in_the_order_of_its_lines() -> None:
    found = faults(
        {"employee_no": "", "name": "", "department": "", "site": ""},
        GOOD | {"employee_no": "甲 1", "site": "南京厂", "language": "français"},
        GOOD | {"employee_no": "E02", "name": "长" * 41, "joined_on": "2025-02-30", "left_on": "明天"},
        GOOD | {"employee_no": "E03", "roles": "boss; 品管@南京厂; 主管@苏州厂/质检部"},
        GOOD | {"employee_no": "E04", "manager": "E99", "deputy": "E04"},
        GOOD | {"employee_no": "e03", "joined_on": "2025-03-01", "transferred_on": "2024-01-01"},
    )

    assert found == [
        (2, "site", "cell_missing"),
        (2, "department", "cell_missing"),
        (2, "employee_no", "cell_missing"),
        (2, "name", "cell_missing"),
        (3, "site", "site_unknown"),
        (3, "employee_no", "number_form"),
        (3, "language", "language_unknown"),
        (4, "name", "cell_too_long"),
        (4, "joined_on", "date_impossible"),
        (4, "left_on", "date_form"),
        (5, "roles", "role_unknown"),
        (5, "roles", "role_site_unknown"),
        (5, "roles", "role_department_unknown"),
        (6, "manager", "person_unknown"),
        (6, "deputy", "person_is_self"),
        (7, "transferred_on", "before_joined"),
        (7, "employee_no", "number_twice"),
    ]


def test_a_formula_is_refused_and_not_computed() -> None:
    file = read(GOOD | {"employee_no": "=1+1"}, formulas=frozenset({"employee_no"}))

    assert file.faults == (StaffFault(2, "employee_no", "formula", "=1+1"),)


def test_managers_that_go_round_in_a_circle_are_named_with_the_whole_line() -> None:
    file = read(
        GOOD | {"manager": "E02"},
        GOOD | {"employee_no": "E02", "name": "李强", "manager": "E03"},
        GOOD | {"employee_no": "E03", "name": "吴琳", "manager": "E02"},
    )

    assert [(fault.line, fault.found) for fault in file.faults] == [
        (3, "E02 → E03 → E02"),
        (4, "E03 → E02 → E03"),
    ]


def test_a_manager_may_be_given_by_a_name_that_only_one_person_has() -> None:
    known = [person("E05")]
    rows = [StaffRow(2, GOOD | {"manager": "赵刚", "deputy": "E05"})]

    entry = read_staff(rows, company(), known).entries[0]

    assert (entry.manager_no, entry.deputy_no) == ("E05", "E05")


def test_a_name_that_two_people_have_does_not_say_who_is_meant() -> None:
    file = read(
        GOOD | {"manager": "李强"},
        GOOD | {"employee_no": "E02", "name": "李强"},
        GOOD | {"employee_no": "E03", "name": "李强"},
    )

    assert [(fault.what, fault.allowed) for fault in file.faults] == [("person_ambiguous", "E02, E03")]


def test_somebody_who_leaves_cannot_stay_a_manager() -> None:
    file = read(
        GOOD | {"manager": "E02"},
        GOOD | {"employee_no": "E02", "name": "李强", "left_on": "2025-03-31"},
    )

    assert [(fault.line, fault.what, fault.found) for fault in file.faults] == [(2, "manager_leaves", "E02")]


def test_a_file_without_rows_is_a_fault() -> None:
    assert read().faults == (StaffFault(1, "", "file_empty"),)


def test_headings_are_read_in_both_languages() -> None:
    header = ("工号", "Name", "部门*", "site", "Joined on", "transferred_on", "", "直接上级")

    assert COLUMNS.columns_of(header) == (
        "employee_no", "name", "department", "site", "joined_on", "transferred_on", None, "manager",
    )  # fmt: skip
    assert problems_in_header(header) == ()


def test_a_header_names_what_is_unknown_double_or_missing() -> None:
    found = problems_in_header(("工号", "工号", "薪水", "部门"))

    assert [(fault.column, fault.what) for fault in found] == [
        ("", "column_unknown"),
        ("employee_no", "column_twice"),
        ("name", "column_missing"),
        ("site", "column_missing"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-01", date(2025, 3, 1)),
        ("２０２５.3.1", date(2025, 3, 1)),
        ("2025年3月1日", date(2025, 3, 1)),
        ("2月30日", "date_form"),
        ("2025-02-30", "date_impossible"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: object) -> None:
    assert staff_date(text) == day


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "1899-12-31", "3000/1/1"])
def test_what_other_programs_write_for_no_day_is_no_day(text: str) -> None:
    assert staff_date(text) == "date_beyond"
    assert faults(GOOD | {"left_on": text}) == [(2, "left_on", "date_beyond")]
