"""The lines of a CSV file, in UTF-8 or in GB 18030 as Chinese spreadsheets write it."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final

from bot.sheets.cells import Cell, cell_of
from bot.sheets.heading import MOST_ABOVE
from core.model.staff import StaffFault

_TOP: Final = 20_000


def csv_lines(file: Path | BytesIO, most: int) -> list[tuple[int, list[Cell]]] | StaffFault:
    """Numbered lines that are not empty, at most `most`; a fault if the text cannot be read."""
    text = _decoded(file.read_bytes() if isinstance(file, Path) else file.getvalue())
    if text is None:
        return StaffFault(1, "", "file_encoding")
    lines: list[tuple[int, list[Cell]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for values in reader:
            if len(lines) < most and any(value.strip() for value in values):
                lines.append((reader.line_num, [cell_of(value) for value in values]))
    except csv.Error as error:
        return StaffFault(reader.line_num, "", "file_broken", str(error))
    return lines


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """The mark that one of the first lines has most of: a title above the heading may have none."""
    top = text[:_TOP].splitlines()[:MOST_ABOVE]
    return max((",", ";", "\t"), key=lambda mark: max((line.count(mark) for line in top), default=0))
