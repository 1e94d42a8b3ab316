"""Copies the database while the bot writes to it, and reads from the copy what a manifest needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.backup.hashing import hash_of
from bot.backup.manifest import File
from bot.durable import sync

BUSY_SECONDS = 10.0
EVERYTHING = -1
HEAD = "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1"
ROW = "SELECT 1 FROM log WHERE seq = ? AND hash = ?"
STORED = {
    "evidence": "SELECT sha256, size FROM evidence WHERE storing = 'stored'",
    # an older database has none
    "tip_pieces": "SELECT sha256, size FROM tip_pieces WHERE storing = 'stored'",
}
TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
WAGES = "SELECT 1 FROM wages LIMIT 1"
SCHEMA = "SELECT version_num FROM alembic_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What is in a database: the schema's number, the log's rows and head, and the evidence that must be there."""

    schema: str
    rows: int
    head: str
    evidence: tuple[File, ...]


def copy_database(source: Path, target: Path) -> File:
    """One state of the database in one file, without holding up whoever writes; sqlite3.Error if it cannot be had."""
    # in one step: in several, every commit in between would begin the copy anew
    target.touch(mode=0o600)
    with reading(source) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there, pages=EVERYTHING)
        there.execute("PRAGMA journal_mode=DELETE")
        _check(there)
    sync(target)
    return File(sha256=hash_of(target), size=target.stat().st_size)


def look_into(database: Path) -> Inside:
    """What is in that copy."""
    with reading(database) as here:
        rows, head = here.execute(HEAD).fetchone() or (0, "")
        return Inside(
            schema=here.execute(SCHEMA).fetchone()[0],
            rows=rows,
            head=head,
            evidence=tuple(File(sha256=sha256, size=size) for sha256, size in sorted(_stored(here))),
        )


def has_row(database: Path, seq: int, head: str) -> bool:
    """Whether the log still has that row, with that hash."""
    with reading(database) as here:
        return here.execute(ROW, (seq, head)).fetchone() is not None


def has_wages(database: Path) -> bool:
    """Whether there are wages in it, which nobody can read without their key."""
    with reading(database) as here:
        return _has_table(here, "wages") and here.execute(WAGES).fetchone() is not None


@contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write."""
    address = f"{database.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as connection:
        yield connection


def _stored(database: sqlite3.Connection) -> set[tuple[str, int]]:
    """Files of evidence and sealed files of tips, each once."""
    asked = (database.execute(words) for table, words in STORED.items() if _has_table(database, table))
    return {(sha256, size) for rows in asked for sha256, size in rows}


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    return database.execute(TABLE, (name,)).fetchone() is not None


def _check(copy: sqlite3.Connection) -> None:
    said = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise sqlite3.DatabaseError(said)
