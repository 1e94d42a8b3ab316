"""Writes what was gathered of a person into a folder: all of it as JSON, their files, and a page to read."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copyfile, rmtree

from bot.durable import written_whole
from bot.evidence.folder import EvidenceFolder
from bot.persons.gathering import Belongings, Row, files_of

DATA, PAGE, FILES = "person.json", "person.md", "files"
PLAIN = re.compile(r"[^\w.\-]+")
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many rows and files there are, and the hashes of files that could not be read."""

    rows: int
    files: int
    missing: tuple[str, ...]


def write_belongings(things: Belongings, page: str, source: EvidenceFolder, folder: Path) -> Written:
    """Into that folder, readable by its owner alone; it must be empty or not there (FileExistsError).

    A fault (OSError) leaves nothing of a person behind.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(folder)
    try:
        return _written(things, page, source, folder)
    except OSError:
        rmtree(folder)
        raise


def _written(things: Belongings, page: str, source: EvidenceFolder, folder: Path) -> Written:
    pieces = files_of(things.own.get("evidence", []))
    missing = tuple(_copied(pieces, source, folder / FILES))
    with written_whole(folder / DATA) as file:
        file.write(json.dumps(asdict(things), ensure_ascii=False, indent=2, default=str).encode())
    with written_whole(folder / PAGE) as file:
        file.write(page.encode())
    rows = sum(len(rows) for rows in things.own.values()) + len(things.done)
    return Written(rows=rows, files=len(pieces) - len(missing), missing=missing)


def _copied(pieces: list[Row], source: EvidenceFolder, target: Path) -> Iterator[str]:
    """The hashes of what is not there."""
    target.mkdir(mode=0o700)
    for piece in pieces:
        place = target / f"{piece['id']}-{PLAIN.sub('_', piece['name'] or piece['kind'])[-LONGEST:]}"
        try:
            copyfile(source.path(piece["sha256"]), place)
        except FileNotFoundError:
            yield piece["sha256"]
        else:
            place.chmod(0o600)
