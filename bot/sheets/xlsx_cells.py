"""The lines of an XLSX file: of its only sheet in sight, or of the one that has the headings."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from bot.sheets.cells import Cell, cell_of
from bot.sheets.heading import ColumnsOf, heading_at, known_in
from core.model.staff import StaffFault

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNPACKED_BYTES = 200_000_000
MOST_COLUMNS = 50
MOST_BEFORE_HEADING = 100
# all that a damaged, locked or unheard-of file makes of the libraries that unpack and read it
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


Lines = list[tuple[int, list[Cell]]]


def xlsx_lines(file: Path | BytesIO, most: int, columns_of: ColumnsOf) -> Lines | StaffFault:
    """Numbered lines that are not empty, at most `most`; a fault if the file is no sound workbook.

    Sheets that are hidden are not read; where several have the headings, nobody can tell which is meant: a fault.
    """
    # Only here: it is large, and a bot may read no workbook for weeks.
    from openpyxl import load_workbook  # noqa: PLC0415 - see above
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - see above

    content = BytesIO(file.read_bytes()) if isinstance(file, Path) else file
    try:
        with zipfile.ZipFile(content) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_UNPACKED_BYTES:
                return StaffFault(1, "", "file_too_big", allowed=str(MOST_UNPACKED_BYTES))
        book = load_workbook(content, read_only=True, data_only=False)
        try:
            return _lines_in(book, most, columns_of)
        finally:
            book.close()
    except (InvalidFileException, *BROKEN) as error:
        return StaffFault(1, "", "file_broken", str(error))


def _lines_in(book: "Workbook", most: int, columns_of: ColumnsOf) -> Lines | StaffFault:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets[:1]
    headings = [_heading(sheet, columns_of) for sheet in sheets]
    known = [known_in(heading, columns_of) for heading in headings]
    most_known = max(known)
    meant = [place for place, count in enumerate(known) if count == most_known]
    if most_known and len(meant) > 1:
        return StaffFault(1, "", "sheets_several", ", ".join(sheets[place].title for place in meant))
    return _lines(sheets[meant[0]], most, len(headings[meant[0]]) or MOST_COLUMNS)


def _lines(sheet: "Worksheet", most: int, width: int) -> Lines:
    """As wide as the heading: what stands beside it belongs to no heading."""
    rows = sheet.iter_rows(max_row=most, max_col=width)
    cells = [[cell_of(cell.value, is_formula=cell.data_type == "f") for cell in row] for row in rows]
    return [(line, row) for line, row in enumerate(cells, 1) if any(cell.text for cell in row)]


def _heading(sheet: "Worksheet", columns_of: ColumnsOf) -> list[Cell]:
    """The cells of the heading up to the last that says anything; none where the sheet says nothing at its top."""
    rows = sheet.iter_rows(max_row=MOST_BEFORE_HEADING, max_col=MOST_COLUMNS, values_only=True)
    lines = [
        line
        for line in ([cell_of(value) for value in row] for row in rows)
        if any(cell.text for cell in line)
    ]
    if not lines:
        return []
    heading = lines[heading_at(lines, columns_of)]
    return heading[: max(place for place, cell in enumerate(heading, 1) if cell.text)]
