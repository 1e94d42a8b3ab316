"""Faults of the machine that no retry mends: the disk is full or broken, or somebody else holds the database."""

import errno
import sqlite3
from collections.abc import Iterator
from enum import Enum

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
BROKEN = (errno.EIO, errno.EROFS)
# the extended codes of SQLite have the plain one in their last eight bits
PLAIN = 0xFF


class Trouble(Enum):
    """What is wrong, with the exit code that says so: those of sysexits.h."""

    DISK_FULL = 73
    DISK_BROKEN = 74
    DATABASE_LOCKED = 75
    DATABASE_NEWER = 78


class DatabaseIsNewer(Exception):
    """The database was brought up to date by a newer program; `revision` is what it says of itself."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


SQLITE = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_IOERR: Trouble.DISK_BROKEN,
    sqlite3.SQLITE_READONLY: Trouble.DISK_BROKEN,
    sqlite3.SQLITE_CANTOPEN: Trouble.DISK_BROKEN,
    sqlite3.SQLITE_CORRUPT: Trouble.DISK_BROKEN,
    sqlite3.SQLITE_NOTADB: Trouble.DISK_BROKEN,
    sqlite3.SQLITE_BUSY: Trouble.DATABASE_LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.DATABASE_LOCKED,
}


def trouble_in(fault: BaseException) -> Trouble | None:
    """The trouble behind that fault, wherever it is wrapped; None if the machine is not to blame."""
    return next((found for one in _behind(fault) if (found := _trouble(one))), None)


def _trouble(fault: BaseException) -> Trouble | None:
    if isinstance(fault, DatabaseIsNewer):
        return Trouble.DATABASE_NEWER
    code = getattr(fault, "sqlite_errorcode", None)
    if code is not None:
        return SQLITE.get(code & PLAIN)
    number = fault.errno if isinstance(fault, OSError) else None
    if number in FULL:
        return Trouble.DISK_FULL
    return Trouble.DISK_BROKEN if number in BROKEN else None


def _behind(fault: BaseException) -> Iterator[BaseException]:
    """The fault, those it groups and those it came from, each once."""
    waiting, seen = [fault], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        grouped = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [other for other in (*grouped, one.__cause__, one.__context__) if other is not None]
