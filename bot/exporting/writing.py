"""Writes an export: JSON lines and a manifest with hashes into a folder or ZIP file, or a workbook."""

import json
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile

from bot.durable import is_unfinished, written_whole
from bot.exporting.reading import Row, Value
from bot.points import Point, reached
from bot.sheets.writing import CellValue, Page, workbook
from core.model.money import Money

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
# what a cell of a workbook takes, and a sheet of rows below its heading
LONGEST: Final = 32_000
MOST_ROWS: Final = 1_048_575
Opening = Callable[[str], AbstractContextManager[IO[bytes]]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows of one kind, so many; `rows` reads them anew each time, for there may be millions."""

    name: str
    columns: Sequence[str]
    count: int
    rows: Callable[[], AsyncIterator[Row]]


class TooManyRows(Exception):
    """A sheet cannot hold so many rows; named is the kind."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(name, rows)
        self.name = name
        self.rows = rows


async def write_json(listed: Sequence[Listed], said: Mapping[str, object], place: Path) -> None:
    """Into that ZIP file, or that folder, which must be empty or not there (FileExistsError). OSError otherwise.

    What an export that was cut off has left in the folder is taken away first.
    """
    if place.suffix.lower() == ".zip":
        with written_whole(place) as target, ZipFile(target, "w", ZIP_DEFLATED) as packed:
            await _write_all(listed, said, partial(packed.open, mode="w", force_zip64=True))
        return
    _make_empty(place, {_file_of(one) for one in listed})
    await _write_all(listed, said, lambda name: written_whole(place / name))


def _make_empty(place: Path, ours: Collection[str]) -> None:
    """The manifest comes last: without it there is no export, only what is left of one."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    left = tuple(place.iterdir())
    if not all(one.name in ours or is_unfinished(one) for one in left):
        raise FileExistsError(place)
    for one in left:
        one.unlink()


async def _write_all(listed: Sequence[Listed], said: Mapping[str, object], opened: Opening) -> None:
    """A file for each kind; last the manifest, with the hashes of all others."""
    kinds = []
    for one in listed:
        name = _file_of(one)
        reached(Point.EXPORT_FILE)
        with opened(name) as file:
            kinds.append({"kind": one.name, "file": name, **await _lines(one, file)})
    reached(Point.EXPORT_FILE)
    manifest = {"format": FORMAT, **said, "kinds": kinds}
    with opened(MANIFEST) as file:
        file.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode())


def _file_of(one: Listed) -> str:
    return f"{one.name}.jsonl"


async def _lines(one: Listed, file: IO[bytes]) -> Mapping[str, object]:
    """Write a line for each row; how many they are, their size, and the hash over them."""
    digest, count, size = sha256(), 0, 0
    async for row in one.rows():
        line = f"{json.dumps(row, ensure_ascii=False, default=str)}\n".encode()
        file.write(line)
        digest.update(line)
        count, size = count + 1, size + len(line)
    return {"rows": count, "size": size, "sha256": digest.hexdigest()}


async def write_workbook(listed: Sequence[Listed], names: Mapping[str, str], place: Path) -> None:
    """One sheet a kind; TooManyRows for a kind that no sheet holds, OSError if it cannot be written."""
    for one in listed:
        if one.count > MOST_ROWS:
            raise TooManyRows(one.name, one.count)
    pages = [Page(names[one.name], tuple(one.columns), await _cells(one)) for one in listed]
    content = workbook(pages)
    with written_whole(place) as target:
        target.write(content)


async def _cells(one: Listed) -> list[list[CellValue]]:
    return [[_cell(row[name]) for name in one.columns] async for row in one.rows()]


def _cell(value: Value) -> CellValue:
    """Numbers, amounts and days as such; times as text; what is a list or an answer as JSON, cut where it is too long."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, int | Money | date):
        return value
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"
