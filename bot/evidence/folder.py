"""Files by their content: data/evidence/<2>/<sha256>, written whole or not at all, never rewritten."""

import hashlib
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from bot.durable import UNFINISHED, written_whole

WHOLE: Final = re.compile("[0-9a-f]{64}")
# seconds after which nobody is writing a file any more
UNFINISHED_FOR: Final = 3600.0


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
        with written_whole(place) as file:
            file.write(content)
        return sha256

    def files(self) -> tuple[str, ...]:
        """The hashes of all that is here; a file that is still being written has none yet."""
        return tuple(sorted(file.name for file in self._root.glob("??/*") if WHOLE.fullmatch(file.name)))

    def drop_unfinished(self) -> None:
        """Remove what a stop cut off while it was being written; what is young may still be."""
        before = time.time() - UNFINISHED_FOR
        for file in self._root.glob(f"??/*{UNFINISHED}"):
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < before:
                    file.unlink()

    def forget(self, sha256: str) -> None:
        """Remove the file; it need not be there."""
        self.path(sha256).unlink(missing_ok=True)
