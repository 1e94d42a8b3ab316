"""Sheets that this program writes: every text is a text, whatever it begins with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from core.model.money import Money
from core.model.rate import percent_text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST = 60
# no file says when it was written: the same rows give the same bytes
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in millionths of one, shown as a percentage."""

    millionths: int

    def __str__(self) -> str:
        return percent_text(self.millionths)


PlainValue = str | int | Money | Share | date | None


@dataclass(frozen=True, slots=True)
class Link:
    """A value that leads to a row of another sheet, counted without the heading from 0."""

    value: PlainValue
    page: str
    row: int

    def __str__(self) -> str:
        return str(self.value)


CellValue = PlainValue | Link

_PLAIN: Final[Mapping[type, Mapping[str, object]]] = {
    Money: {"num_format": "#,##0.00"},
    Share: {"num_format": "0.0%"},
    date: {"num_format": "yyyy-mm-dd"},
    int: {},
    str: {},
}
_LEADING: Final = {"font_color": "#1F5F8B", "underline": 1}
# so many links a sheet may have; what comes after them stands there without
_MOST_LINKS: Final = 65_000


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook. Of `bars`, the rows of its second column are drawn beside it, the first names them.

    A page that `is_filtered` offers to show rows by what stands in a column.
    """

    name: str
    heading: Sequence[str]
    rows: Sequence[Sequence[CellValue]]
    bars: str = ""
    is_filtered: bool = False


def xlsx(sheet: str, heading: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    """A workbook of one sheet."""
    return workbook([Page(sheet, heading, tuple(rows))])


def workbook(pages: Iterable[Page]) -> bytes:
    """A workbook: headings that stay in sight, texts as texts, numbers, amounts, shares and days as what they are."""
    # Only here: a bot may write none for weeks.
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 - see above

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": _LONG_AGO})
        formats = _formats(book)
        for page in pages:
            sheet = book.add_worksheet(page.name)
            _write(sheet, page, formats)
            if page.bars and page.rows:
                _draw(book, sheet, page)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Formats:
    """The look of a heading, and of values by their type: plain, and leading somewhere."""

    heading: Any
    plain: Mapping[type, Any]
    leading: Mapping[type, Any]


def _formats(book: Any) -> _Formats:  # noqa: ANN401 - an untyped library
    return _Formats(
        heading=book.add_format({"bold": True}),
        plain={kind: book.add_format(look) if look else None for kind, look in _PLAIN.items()},
        leading={kind: book.add_format({**look, **_LEADING}) for kind, look in _PLAIN.items()},
    )


def _write(sheet: Any, page: Page, formats: _Formats) -> None:  # noqa: ANN401 - an untyped library
    for column, title in enumerate(page.heading):
        sheet.write_string(0, column, title, formats.heading)
    for row, line in enumerate(page.rows, start=1):
        for column, value in enumerate(line):
            _put(sheet, (row, column), value, formats)
    sheet.freeze_panes(1, 0)
    if page.is_filtered and page.rows:
        sheet.autofilter(0, 0, len(page.rows), len(page.heading) - 1)
    lines = [tuple(page.heading), *page.rows]
    for column in range(len(page.heading)):
        sheet.set_column(column, column, min(_WIDEST, max(_width(line[column]) for line in lines) + 2))


def _put(sheet: Any, at: tuple[int, int], value: CellValue, formats: _Formats) -> None:  # noqa: ANN401 - an untyped library
    if isinstance(value, Link):
        if at[0] <= _MOST_LINKS:
            sheet.write_url(*at, f"internal:'{value.page}'!A{value.row + 2}")
        _put_plain(sheet, at, value.value, formats.leading)
    else:
        _put_plain(sheet, at, value, formats.plain)


def _put_plain(sheet: Any, at: tuple[int, int], value: PlainValue, looks: Mapping[type, Any]) -> None:  # noqa: ANN401 - an untyped library
    if isinstance(value, Money):
        sheet.write_number(*at, Decimal(value.fen).scaleb(-2), looks[Money])
    elif isinstance(value, Share):
        sheet.write_number(*at, Decimal(value.millionths).scaleb(-6), looks[Share])
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, looks[date])
    elif isinstance(value, int):
        sheet.write_number(*at, value, looks[int])
    elif value is not None:
        sheet.write_string(*at, value, looks[str])


def _draw(book: Any, sheet: Any, page: Page) -> None:  # noqa: ANN401 - an untyped library
    chart, last = book.add_chart({"type": "column"}), len(page.rows)
    chart.add_series(
        {
            "name": page.bars,
            "categories": [page.name, 1, 0, last, 0],
            "values": [page.name, 1, 1, last, 1],
        }
    )
    chart.set_legend({"none": True})
    chart.set_title({"name": page.bars})
    sheet.insert_chart(1, len(page.heading) + 1, chart)


def _width(value: CellValue) -> int:
    """Columns of a sheet are measured in narrow characters; Chinese ones take two."""
    text = str(value or "")
    return len(text) if text.isascii() else sum(2 if ord(character) > 0x2E7F else 1 for character in text)  # noqa: PLR2004
