"""A workbook that is damaged, locked or made to do harm is a fault that is named, never a crash."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from bot.sheets.xlsx_cells import xlsx_lines
from core.model.staff import StaffFault
from core.payroll.wages import COLUMNS

SHEET = "xl/worksheets/sheet1.xml"
TEXT = b't="inlineStr"><is><t>E0</t></is>'


def _sound() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(("工号", "应发工资"))
    for place in range(5):
        book.active.append((f"E{place}", 1000.5 + place))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same workbook with other parts; None leaves the part out."""
    packed = BytesIO()
    with ZipFile(BytesIO(_sound())) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return packed.getvalue()


def _with_sheet(old: bytes, new: bytes) -> bytes:
    return _repacked(lambda name, part: part.replace(old, new) if name == SHEET else part)


def _locked() -> bytes:
    """Marked as encrypted, part for part."""
    content = bytearray(_sound())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


BOMB = b'<!DOCTYPE x [<!ENTITY a "%s">%s]><worksheet>&k;</worksheet>' % (
    b"x" * 1000,
    b"".join(b'<!ENTITY %c "%s">' % (one, b"&%c;" % (one - 1) * 100) for one in range(ord("b"), ord("l"))),
)
BROKEN = {
    "no sheet": _repacked(lambda name, part: None if name == SHEET else part),
    "no workbook named": _repacked(lambda name, part: part[:60] if "Types" in name else part),
    "a text that is not there": _with_sheet(TEXT, b't="s"><v>99999</v>'),
    "a text of no number": _with_sheet(TEXT, b't="s"><v>x</v>'),
    "entities without end": _repacked(lambda name, part: BOMB if name == SHEET else part),
    "locked": _locked(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_said_to_be(content: bytes) -> None:
    found = xlsx_lines(BytesIO(content), 100, COLUMNS.columns_of)

    assert isinstance(found, StaffFault)
    assert found.what == "file_broken"


@pytest.mark.parametrize("seed", range(150))
def test_bytes_that_changed_on_the_way_are_a_fault_or_change_nothing_that_is_read(seed: int) -> None:
    content = bytearray(_sound())
    for place in range(3):
        number = int.from_bytes(sha256(f"{seed} {place}".encode()).digest()[:8])
        content[number % len(content)] = number // len(content) % 256

    assert isinstance(xlsx_lines(BytesIO(bytes(content)), 100, COLUMNS.columns_of), (StaffFault, list))


def test_a_number_beyond_all_numbers_is_a_text_and_a_day_beyond_all_days_is_read_as_one() -> None:
    lines = xlsx_lines(BytesIO(_with_sheet(b"<v>1000.5</v>", b"<v>1e999</v>")), 100, COLUMNS.columns_of)

    assert isinstance(lines, list)
    assert [cell.text for cell in lines[1][1]] == ["E0", "inf"]
