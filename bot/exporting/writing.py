"""Writes an export: JSON lines and a manifest with hashes into a folder or ZIP file, or a workbook."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from bot.durable import written_whole
from bot.exporting.reading import Row, Value
from bot.sheets.writing import CellValue, Page, workbook
from core.model.money import Money

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
# what a cell of a workbook takes, and a sheet of rows below its heading
LONGEST: Final = 32_000
MOST_ROWS: Final = 1_048_575


@dataclass(frozen=True, slots=True)
class Listed:
    """All rows of one kind."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]


class TooManyRows(Exception):
    """A sheet cannot hold so many rows; named is the kind."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(name, rows)
        self.name = name
        self.rows = rows


def write_json(listed: Sequence[Listed], said: Mapping[str, object], place: Path) -> None:
    """Into that ZIP file, or that folder, which must be empty or not there (FileExistsError). OSError otherwise."""
    files = {f"{one.name}.jsonl": _lines(one) for one in listed}
    kinds = [
        {
            "kind": one.name,
            "file": name,
            "rows": len(one.rows),
            "size": len(content),
            "sha256": _hash(content),
        }
        for one, (name, content) in zip(listed, files.items(), strict=True)
    ]
    manifest = {"format": FORMAT, **said, "kinds": kinds}
    files[MANIFEST] = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    if place.suffix.lower() == ".zip":
        _into_zip(files, place)
    else:
        _into_folder(files, place)


def _into_zip(files: Mapping[str, bytes], place: Path) -> None:
    with written_whole(place) as target, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)


def _into_folder(files: Mapping[str, bytes], place: Path) -> None:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(place.iterdir()):
        raise FileExistsError(place)
    for name, content in files.items():
        with written_whole(place / name) as target:
            target.write(content)


def _lines(one: Listed) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False, default=str) for row in one.rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def write_workbook(listed: Sequence[Listed], names: Mapping[str, str], place: Path) -> None:
    """One sheet a kind; TooManyRows for a kind that no sheet holds, OSError if it cannot be written."""
    for one in listed:
        if len(one.rows) > MOST_ROWS:
            raise TooManyRows(one.name, len(one.rows))
    pages = [
        Page(
            names[one.name],
            tuple(one.columns),
            [[_cell(row[name]) for name in one.columns] for row in one.rows],
        )
        for one in listed
    ]
    content = workbook(pages)
    with written_whole(place) as target:
        target.write(content)


def _cell(value: Value) -> CellValue:
    """Numbers, amounts and days as such; times as text; what is a list or an answer as JSON, cut where it is too long."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, int | Money | date):
        return value
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"
