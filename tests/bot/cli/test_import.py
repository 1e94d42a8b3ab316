"""`gongdao import` from a terminal."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot.sheets.table import MOST_BYTES
from core.imports.form import MOST_ROWS
from tests.bot.cli.desk import Desk

HEADING = ("投诉编号", "客户名称", "投诉日期", "问题描述", "订单号", "产品", "业务员")
ROWS: tuple[Sequence[object], ...] = (
    ("A-17", "宏达机电", date(2024, 5, 6), "运行两小时后漏水", "SO-1", "水泵", "小李"),
    ("A-18", "恒发", "2024/6/7", "外壳开裂", 4711, "阀门", "小李"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff()


def sheet(desk: Desk, rows: Sequence[Sequence[object]], heading: Sequence[str] = HEADING) -> str:
    book = Workbook()
    page = book.worksheets[0]
    for row in (heading, *rows):
        page.append(list(row))
    place = desk.folder / "old.xlsx"
    book.save(place)
    return str(place)


def found(desk: Desk, *words: str) -> list[str]:
    return [row["number"] for row in json.loads(desk.run("find", *words, "--json").stdout)]


def test_without_yes_it_is_shown_and_nothing_is_taken_in(desk: Desk) -> None:
    result = desk.run("import", "complaints", sheet(desk, ROWS), "--dry-run")

    assert result.exit_code == 0, result.output
    assert "+ A-17  2024-05-06  宏达机电  水泵  SO-1" in result.stdout
    assert "New: 2. There already: 0." in result.stdout
    assert "not read: 业务员" in result.stderr
    assert found(desk) == []


def test_what_is_taken_in_is_found_reported_and_taken_back(desk: Desk) -> None:
    result = desk.run("import", "complaints", sheet(desk, ROWS), "--yes")

    assert "Imported as batch 1: 2 added" in result.stdout, result.output
    assert found(desk, "漏水") == ["A-17"]
    assert found(desk, "4711") == ["A-18"]
    report = json.loads(desk.run("report", "--month", "2024-05", "--json").stdout)
    assert (report["counts"]["registered"], report["counts"]["open"]) == (1, 0)
    assert "old.xlsx  2 added" in desk.run("import", "list").stdout

    kept = desk.run("import", "undo", "1", typed="n\n")
    undone = desk.run("import", "undo", "1", typed="y\n")

    assert (kept.exit_code, "2 removed" in undone.stdout) == (1, True)
    assert found(desk) == []
    assert "undone" in desk.run("import", "list").stdout
    assert "taken back before" in desk.run("import", "undo", "1", "--yes").stderr
    assert desk.run("import", "complaints", sheet(desk, ROWS), "--yes").exit_code == 0


def test_doubles_are_shown_and_somebody_has_to_say_what_becomes_of_them(desk: Desk) -> None:
    desk.run("import", "complaints", sheet(desk, ROWS), "--yes")
    file = sheet(desk, [ROWS[0], ("B-1", "宏达 机电", "2024-05-06", "漏水", "so-1", "", "")])

    shown = desk.run("import", "complaints", file)
    refused = desk.run("import", "complaints", file, "--yes")
    merged = desk.run("import", "complaints", file, "--yes", "--duplicates", "merge")

    assert "line 2 A-17 宏达机电: the number is there already" in shown.stdout
    assert "line 3 B-1 宏达 机电: same customer, order (or product) and day as case A-17" in shown.stdout
    assert (refused.exit_code, "2 are there already" in refused.stderr) == (1, True)
    assert "0 added, 1 filled" in merged.stdout
    assert found(desk, "B-1") == ["A-17"]


def test_two_thousand_bad_rows_are_summed_up_and_all_stand_in_a_workbook(desk: Desk) -> None:
    file = sheet(desk, [(f"A-{row}", "", "soon", "x", "", "", "") for row in range(2000)])

    result = desk.run("import", "complaints", file, "--yes")

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) < 40
    assert "4000 faults in 2000 rows; nothing was imported" in result.stderr
    assert "2000 like this: received on “soon” is not a date" in result.stderr
    page = load_workbook(desk.folder / "old.faults.xlsx").worksheets[0]
    assert page.max_row == 4001
    assert [cell.value for cell in page[3]][:3] == [2, "customer", ""]
    assert found(desk) == []


@pytest.mark.parametrize(
    ("rows", "heading", "said"),
    [
        ([("=1+1", "甲", "2024-05-06", "x")], HEADING, "“=1+1” is a formula"),
        ([("A-1", "甲", "2024-02-30", "x")], HEADING, "line 2, received on: there is no such day"),
        ([("x",)], ("工号",), "line 1, number: this column is missing"),
        ([], HEADING, "there is nothing under the headings"),
        ([], (), "the file is empty"),
    ],
)
def test_bad_input_is_refused_with_row_column_and_what_is_allowed(
    desk: Desk, rows: Sequence[Sequence[object]], heading: Sequence[str], said: str
) -> None:
    result = desk.run("import", "complaints", sheet(desk, rows, heading), "--yes")

    assert result.exit_code == 2
    assert said in result.stderr
    assert "nothing was imported" in result.stderr


def test_a_file_that_is_too_big_absent_or_no_sheet_is_refused_in_words(desk: Desk) -> None:
    big = desk.folder / "big.xlsx"
    with big.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    results = [
        desk.run("import", "complaints", str(big)),
        desk.run("import", "complaints", desk.file("broken.xlsx", "no sheet")),
        desk.run("import", "complaints", desk.file("old.pdf", "no sheet"), lang="zh-Hans"),
        desk.run("import", "complaints", str(desk.folder / "absent.xlsx")),
        desk.run("import", "complaints", sheet(desk, ROWS), "--yes", "--dry-run"),
    ]

    assert [result.exit_code for result in results] == [2] * 5
    assert "too big" in results[0].stderr
    assert "damaged" in results[1].stderr
    assert "不认识的文件类型" in results[2].stderr


def test_a_file_with_more_rows_than_anybody_can_wait_for_is_to_be_split(desk: Desk) -> None:
    file = desk.file("old.csv", "编号\n" + "1\n" * (MOST_ROWS + 1))

    result = desk.run("import", "complaints", file, "--yes")

    assert result.exit_code == 2
    assert "too many rows; allowed: 50000. Split the file." in result.stderr


def test_faults_are_named_also_where_no_workbook_can_be_written(desk: Desk) -> None:
    file = sheet(desk, [(f"A-{row}", "", "", "") for row in range(30)])
    (desk.folder / "old.faults.xlsx").mkdir()

    result = desk.run("import", "complaints", file)

    assert result.exit_code == 2
    assert "cannot be written to" in result.stderr
    assert "90 faults in 30 rows" in result.stderr


def test_customers_and_products_are_taken_in_merged_and_taken_back(desk: Desk) -> None:
    customers = sheet(desk, [("Acme", "English"), ("ａｃｍｅ", "")], ("客户", "语言"))

    shown = desk.run("import", "customers", customers, lang="zh-Hans")
    taken = desk.run("import", "customers", customers, "--yes", "--duplicates", "merge")
    products = desk.run("import", "products", sheet(desk, [("水泵",)], ("品名",)), "--yes")
    again = desk.run("import", "products", sheet(desk, [("水泵",)], ("品名",)))

    assert "第 3 行 ａｃｍｅ：和“Acme”只差全半角、大小写或空格" in shown.stdout
    assert "1 added" in taken.stdout
    assert "Imported as batch 2: 1 added" in products.stdout
    assert "水泵: is there already" in again.stdout
    assert "1 removed" in desk.run("import", "undo", "1", "--yes").stdout
    assert desk.run("import", "products", sheet(desk, [("",)], ("品名",))).exit_code == 2


def test_many_names_are_shown_in_part_and_a_name_that_was_used_since_stays(desk: Desk) -> None:
    file = sheet(desk, [(f"产品{row}",) for row in range(25)], ("产品",))
    assert "… and 5 more" in desk.run("import", "products", file, "--yes").stdout
    with desk.tampering() as connection:
        connection.execute(
            "UPDATE remembered SET used_at = '2999-01-01 00:00:00.000000' WHERE name = '产品3'"
        )

    undone = desk.run("import", "undo", "1", "--yes")

    assert "24 removed" in undone.stdout
    assert undone.stdout.splitlines()[-1] == "  产品3"


def test_before_the_first_import_there_is_nothing_to_list(desk: Desk) -> None:
    assert "Nothing was imported yet" in desk.run("import", "list").stdout
    assert "There is no import 7" in desk.run("import", "undo", "7", "--yes").stderr
