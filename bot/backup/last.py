"""What the company knows of its last backup: noted beside its database, so that its age can be told."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.backup.manifest import Manifest
from bot.durable import written_whole

NAME = "last-backup.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBackup:
    """When, to which folder, and with which head of the log."""

    taken_at: datetime
    folder: str
    head: str


def note_backup(data: Path, manifest: Manifest, folder: Path) -> None:
    """Note that this backup was taken."""
    said = {
        "taken_at": manifest.taken_at.isoformat(),
        "folder": str(folder.resolve()),
        "head": manifest.head,
    }
    with written_whole(data / NAME) as file:
        file.write(json.dumps(said, ensure_ascii=False).encode())


def last_backup(data: Path) -> LastBackup | None:
    """The last one; None if none is noted, or the note cannot be read."""
    try:
        said = json.loads((data / NAME).read_text(encoding="utf-8"))
        return LastBackup(**{**said, "taken_at": datetime.fromisoformat(said["taken_at"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None
