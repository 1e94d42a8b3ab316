"""The hash by which a file is known."""

import hashlib
from pathlib import Path

BLOCK = 1 << 20


def hash_of(file: Path) -> str:
    """The SHA-256 of the file's content."""
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
