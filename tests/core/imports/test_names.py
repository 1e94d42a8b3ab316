from core.imports.names import Name, compare_names, read_names
from core.model.imported import ImportKind
from core.model.remembered import Remembered
from core.model.staff import StaffRow
from tests.make import NOW, company


def test_names_are_read_with_the_language_of_a_customer() -> None:
    rows = [
        StaffRow(2, {"name": "Acme  Ltd", "language": "English"}),
        StaffRow(3, {"name": ""}),
        StaffRow(4, {"name": "宏达", "language": "suomi"}),
    ]

    file = read_names(ImportKind.CUSTOMERS, rows, company())

    assert file.entries[0] == Name(2, "Acme Ltd", "en")
    assert [(fault.line, fault.column, fault.what) for fault in file.faults] == [
        (3, "name", "cell_missing"),
        (4, "language", "language_unknown"),
    ]


def test_a_file_without_names_is_refused() -> None:
    assert read_names(ImportKind.PRODUCTS, [], company()).faults[0].what == "import_empty"


def test_a_name_is_there_already_up_to_width_case_and_spaces() -> None:
    known = [Remembered(id=7, kind="customer", name="ACME Ltd", used_at=NOW)]

    compared = compare_names(
        [Name(2, "ａｃｍｅ ltd"), Name(3, "ACME Ltd"), Name(4, "宏达"), Name(5, "宏 达")], known
    )

    assert compared.new == (Name(4, "宏达"),)
    assert [(one.entry.line, one.said, one.is_identical) for one in compared.doubles] == [
        (2, "ACME Ltd", False),
        (3, "ACME Ltd", True),
        (5, "宏达", False),
    ]
