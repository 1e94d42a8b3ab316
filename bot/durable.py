"""Files that are there whole, and stay there when the power goes, or are not there at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".part"


@contextmanager
def written_whole(place: Path) -> Iterator[BinaryIO]:
    """A file to write to; it takes its place only at the end, readable by us alone. A fault leaves nothing behind.

    OSError where a device, a pipe or a folder stands: none of them is to be replaced by a file.
    """
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, "not a regular file", str(place))
    # a name of its own: two may write the same place at the same time; it says of what it is a part
    handle, name = tempfile.mkstemp(prefix=f"{place.name}.", suffix=UNFINISHED, dir=place.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync(place.parent)


def is_unfinished(file: Path) -> bool:
    """Whether that is what a stop left of a file that was being written, or a file that somebody writes now."""
    return file.suffix == UNFINISHED and file.is_file()


def sync(path: Path) -> None:
    """Wait until the disk has that file, or the names in that folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
