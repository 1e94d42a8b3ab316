from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from bot.sheets.cells import cell_of
from bot.sheets.pinyin import pinyin_of
from bot.sheets.staff import MOST_BYTES, StaffSheet, read_staff_sheet
from core.model.staff import StaffRow

HEADER = ["工号", "姓名", "部门", "厂区", "入职日期"]


def workbook(tmp_path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    file = tmp_path / "staff.xlsx"
    book.save(file)
    book.close()
    return file


def csv_file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "staff.csv"
    file.write_bytes(text.encode(encoding))
    return file


def whats(sheet: StaffSheet) -> list[str]:
    return [fault.what for fault in sheet.faults]


def test_a_workbooks_numbers_and_dates_are_read_as_people_mean_them(tmp_path: Path) -> None:
    file = workbook(tmp_path, HEADER, [17, "张伟", "仓储部", "苏州厂", date(2024, 3, 1)])

    (row,) = read_staff_sheet(file).rows

    assert row == StaffRow(
        2,
        {
            "employee_no": "17",
            "name": "张伟",
            "department": "仓储部",
            "site": "苏州厂",
            "joined_on": "2024-03-01",
        },
    )


def test_a_formula_is_kept_as_text_and_marked(tmp_path: Path) -> None:
    file = workbook(tmp_path, HEADER, ["=1+1", "张伟", "仓储部", "苏州厂"])

    (row,) = read_staff_sheet(file).rows

    assert (row.cell("employee_no"), row.formulas) == ("=1+1", frozenset({"employee_no"}))


def test_empty_lines_are_passed_over_and_keep_their_numbers(tmp_path: Path) -> None:
    file = workbook(tmp_path, HEADER, [], ["E1", "张伟", "仓储部", "苏州厂"])

    assert [row.line for row in read_staff_sheet(file).rows] == [3]


def test_a_csv_is_read_in_utf8_and_in_gb18030_with_any_usual_delimiter(tmp_path: Path) -> None:
    for encoding, mark in (("utf-8-sig", ","), ("gb18030", ";"), ("utf-8", "\t")):
        text = "\n".join(mark.join(cells) for cells in (HEADER, ["E1", "张伟", "仓储部", "苏州厂", ""]))
        sheet = read_staff_sheet(csv_file(tmp_path, text, encoding))
        assert sheet.rows[0].cell("name") == "张伟", encoding


def test_direction_marks_are_taken_out_and_said(tmp_path: Path) -> None:
    sheet = read_staff_sheet(csv_file(tmp_path, "工号,姓名,部门,厂区\nE1,\u202e张\u0000伟,仓储部,苏州厂"))

    assert sheet.rows[0].cell("name") == "张伟"
    assert sheet.cleaned == ((2, "name"),)


def test_a_row_with_too_few_cells_leaves_the_rest_empty(tmp_path: Path) -> None:
    (row,) = read_staff_sheet(csv_file(tmp_path, "工号,姓名,部门,厂区\nE1,张伟")).rows

    assert row.cell("site") == ""


def test_what_is_no_staff_file_is_a_fault_and_not_a_crash(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK not a workbook")
    other = tmp_path / "staff.pdf"
    other.write_bytes(b"%PDF")
    assert whats(read_staff_sheet(broken)) == ["file_broken"]
    assert whats(read_staff_sheet(other)) == ["file_kind"]
    assert whats(read_staff_sheet(csv_file(tmp_path, ""))) == ["file_empty"]
    (tmp_path / "staff.csv").write_bytes(b"\xff\xff\xff")
    assert whats(read_staff_sheet(tmp_path / "staff.csv")) == ["file_encoding"]


def test_a_cell_without_end_is_a_fault(tmp_path: Path) -> None:
    text = '工号,姓名,部门,厂区\n"' + "x" * 200_000

    assert whats(read_staff_sheet(csv_file(tmp_path, text))) == ["file_broken"]


def test_files_beyond_all_measure_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as writing:
        writing.truncate(MOST_BYTES + 1)
    assert whats(read_staff_sheet(huge)) == ["file_too_big"]

    many = "工号,姓名,部门,厂区\n" + "E1,张伟,仓储部,苏州厂\n" * 20_001
    assert whats(read_staff_sheet(csv_file(tmp_path, many))) == ["too_many_rows"]


def test_what_begins_like_a_formula_is_one() -> None:
    assert [cell_of(text).is_formula for text in ("=1+1", "+86", "@SUM", "-", "张伟")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_names_are_found_by_pinyin_in_every_reading() -> None:
    assert pinyin_of("张伟") == "zhangwei zw"
    assert {"shanjie", "danjie", "sj"} <= set(pinyin_of("单杰").split())
