from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.sheets.writing import xlsx
from core.model.money import Money

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0", "http://example.com", "12.50", "\tx"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text_whatever_it_begins_with(text: str) -> None:
    book = load_workbook(BytesIO(xlsx("页", ["名称"], [[text]])))
    cell = book.worksheets[0]["A2"]

    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_amounts_are_numbers_and_nothing_is_empty() -> None:
    sheet = load_workbook(BytesIO(xlsx("页", ["a", "b"], [[Money.of("1460.05"), None]]))).worksheets[0]

    assert sheet.title == "页"
    assert (sheet["A2"].value, sheet["A2"].number_format, sheet["B2"].value) == (1460.05, "#,##0.00", None)
    assert sheet.freeze_panes == "A2"
