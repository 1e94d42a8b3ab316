"""The lines of the first sheet of an XLSX file."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from bot.sheets.cells import Cell, cell_of
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


def xlsx_lines(file: Path | BytesIO, most: int) -> list[tuple[int, list[Cell]]] | StaffFault:
    """Numbered lines that are not empty, at most `most`; a fault if the file is no sound workbook."""
    # Only here: it is large, and a bot may read no workbook for weeks.
    from openpyxl import load_workbook  # noqa: PLC0415 - see above
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - see above

    content = BytesIO(file.read_bytes()) if isinstance(file, Path) else file
    try:
        with zipfile.ZipFile(content) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_UNPACKED_BYTES:
                return StaffFault(1, "", "file_too_big", allowed=str(MOST_UNPACKED_BYTES))
        return _lines(load_workbook(content, read_only=True, data_only=False), most)
    except (InvalidFileException, *BROKEN) as error:
        return StaffFault(1, "", "file_broken", str(error))


def _lines(book: "Workbook", most: int) -> list[tuple[int, list[Cell]]]:
    try:
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=most, max_col=_width(sheet))
        cells = [[cell_of(cell.value, is_formula=cell.data_type == "f") for cell in row] for row in rows]
    finally:
        book.close()
    return [(line, row) for line, row in enumerate(cells, 1) if any(cell.text for cell in row)]


def _width(sheet: "Worksheet") -> int:
    """As many columns as the first line has that says anything: what stands beside them belongs to no heading."""
    lines = sheet.iter_rows(max_row=MOST_BEFORE_HEADING, max_col=MOST_COLUMNS, values_only=True)
    said = next((line for line in lines if any(value is not None for value in line)), ())
    return max((place for place, value in enumerate(said, 1) if value is not None), default=MOST_COLUMNS)
