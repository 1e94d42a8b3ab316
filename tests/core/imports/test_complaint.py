from datetime import date
from typing import Any

import pytest

from core.imports.complaint import Complaint, ComplaintFile, read_complaints
from core.imports.day import sheet_day
from core.imports.form import COMPLAINTS
from core.model.staff import StaffFault, StaffRow
from tests.make import company

TODAY = date(2025, 3, 3)
GOOD = {
    "number": "A-17",
    "customer": "宏达机电",
    "received_on": "2024-05-06",
    "happened": "漏水",
    "site": "苏州厂",
}


def read(*rows: dict[str, str], formulas: frozenset[str] = frozenset()) -> ComplaintFile:
    return read_complaints(
        [StaffRow(line, row, formulas) for line, row in enumerate(rows, 2)], company(), TODAY
    )


def faults(*rows: dict[str, str], **changes: Any) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.column, fault.what) for fault in read(*rows, **changes).faults]


def test_a_clean_row_becomes_a_complaint() -> None:
    file = read(
        GOOD | {"number": " A  17 ", "closed_on": "2024/5/9", "occurred_on": "20240501", "result": "换货"}
    )

    assert file.faults == ()
    assert file.entries == (
        Complaint(
            line=2,
            number="A 17",
            site="suzhou",
            customer="宏达机电",
            received_on=date(2024, 5, 6),
            happened="漏水",
            closed_on=date(2024, 5, 9),
            occurred_on=date(2024, 5, 1),
            result="换货",
        ),
    )


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"number": ""}, "number", "cell_missing"),
        ({"number": "1" * 41}, "number", "cell_too_long"),
        ({"customer": "-"}, "customer", "cell_missing"),
        ({"received_on": ""}, "received_on", "cell_missing"),
        ({"received_on": "last spring"}, "received_on", "date_form"),
        ({"received_on": "2024-02-30"}, "received_on", "date_impossible"),
        ({"received_on": "2025-03-04"}, "received_on", "day_too_late"),
        ({"received_on": "1969-12-31"}, "received_on", "day_too_early"),
        ({"closed_on": "2024-05-05"}, "closed_on", "day_too_early"),
        ({"occurred_on": "2024-05-07"}, "occurred_on", "day_too_late"),
        ({"site": "北厂"}, "site", "site_unknown"),
        ({"site": ""}, "site", "cell_missing"),
    ],
)
def test_a_bad_cell_is_named_with_what_is_wrong(cells: dict[str, str], column: str, what: str) -> None:
    file = read(GOOD | cells)

    assert [(fault.column, fault.what) for fault in file.faults] == [(column, what)]
    assert file.entries == ()


def test_a_formula_is_no_name_but_a_number_abroad_may_begin_with_a_plus() -> None:
    assert faults(GOOD | {"customer": "=HYPERLINK(1)"}, formulas=frozenset({"customer"})) == [
        (2, "customer", "formula")
    ]
    assert faults(GOOD | {"phone": "+86 138-0000"}, formulas=frozenset({"phone"})) == []
    assert faults(GOOD | {"phone": "=1+1"}, formulas=frozenset({"phone"})) == [(2, "phone", "formula")]


def test_a_number_stands_once_up_to_width_case_and_spaces() -> None:
    assert faults(GOOD, GOOD | {"number": "ａ -17"}) == [(3, "number", "import_number_twice")]


def test_no_rows_are_a_fault_too() -> None:
    assert faults() == [(1, "", "import_empty")]


def test_the_only_site_need_not_be_named() -> None:
    one = company(sites=company().sites[:1])

    file = read_complaints([StaffRow(2, GOOD | {"site": ""})], one, TODAY)

    assert file.entries[0].site == "suzhou"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年5月6日", date(2024, 5, 6)),
        ("2024-05-06 14:30", date(2024, 5, 6)),
        ("2024-05-06T14:30:00", date(2024, 5, 6)),
        ("45418", date(2024, 5, 6)),
        ("２０２４．５．６", date(2024, 5, 6)),
        ("17", "date_form"),
        ("9" * 5000, "date_form"),
        ("20241301", "date_impossible"),
    ],
)
def test_days_are_read_as_people_and_sheets_write_them(text: str, day: date | str) -> None:
    assert sheet_day(text) == day


def test_headings_are_known_in_both_languages_and_others_are_said() -> None:
    header = ("投诉编号", "Customer Name", "日期*", "Problem", "Salesman", "")

    assert COMPLAINTS.columns_of(header) == ("number", "customer", "received_on", "happened", None, None)
    assert COMPLAINTS.faults_in(header) == ()
    assert COMPLAINTS.unknown_in(header) == ("Salesman",)


def test_a_missing_heading_and_one_that_stands_twice_are_faults() -> None:
    assert COMPLAINTS.faults_in(("编号", "客户", "customer", "日期")) == (
        StaffFault(1, "customer", "column_twice", "客户 / customer"),
        StaffFault(1, "happened", "column_missing", allowed=" / ".join(COMPLAINTS.headings["happened"])),
    )


def test_a_cell_with_a_formula_has_no_second_fault() -> None:
    assert faults(GOOD | {"received_on": "=TODAY()"}, formulas=frozenset({"received_on"})) == [
        (2, "received_on", "formula")
    ]
