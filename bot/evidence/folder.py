"""Files by their content: data/evidence/<2>/<sha256>, written whole or not at all, never rewritten."""

import hashlib
import os
import tempfile
from pathlib import Path


class EvidenceFolder:
    """The folder of evidence files."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, sha256: str) -> Path:
        """Where the file with that hash is, or would be."""
        return self._root / sha256[:2] / sha256

    def keep(self, content: bytes) -> str:
        """Store the content and give its SHA-256; durable when this returns."""
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.path(sha256)
        if place.exists():
            return sha256
        place.parent.mkdir(parents=True, exist_ok=True)
        # a name of its own: two pieces with one content may be stored at the same time
        handle, unfinished = tempfile.mkstemp(suffix=".part", dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(place)
        _sync_folder(place.parent)
        return sha256


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
