"""Sheets that this program writes: every text is a text, whatever it begins with."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from core.model.money import Money

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST = 60

CellValue = str | Money | None


def xlsx(sheet: str, heading: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    """A workbook of one sheet: a heading that stays in sight, texts as texts, amounts as numbers."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        page = book.add_worksheet(sheet)
        bold, amount = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        lines = [tuple(heading), *map(tuple, rows)]
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if isinstance(value, Money):
                    page.write_number(row, column, Decimal(value.fen).scaleb(-2), amount)
                elif value is not None:
                    page.write_string(row, column, value, None if row else bold)
        page.freeze_panes(1, 0)
        for column in range(len(heading)):
            page.set_column(column, column, min(_WIDEST, max(_width(line[column]) for line in lines) + 2))
    return target.getvalue()


def _width(value: CellValue) -> int:
    """Columns of a sheet are measured in narrow characters; Chinese ones take two."""
    text = str(value or "")
    return len(text) if text.isascii() else sum(2 if ord(character) > 0x2E7F else 1 for character in text)  # noqa: PLR2004
