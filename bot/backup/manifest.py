"""What one backup holds, with the hash of every file, so that it can be proved whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file by its content; `size` is bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One backup: its database, the head of the log in it (`rows` of them), the evidence that belongs to it.

    `missing` are hashes that the database names and whose file was not to be had, or not as it should be.
    """

    taken_at: datetime
    schema: str
    database: File
    rows: int
    head: str
    evidence: tuple[File, ...]
    missing: tuple[str, ...] = ()

    def text(self) -> str:
        """The manifest as it is written."""
        said = asdict(self) | {"taken_at": self.taken_at.isoformat(), "format": FORMAT}
        return json.dumps(said, indent=1, sort_keys=True)


def read_manifest(text: str) -> Manifest:
    """The manifest in that text; ValueError if it is none that we can read."""
    said = json.loads(text)
    if not isinstance(said, dict) or said.pop("format", None) != FORMAT:
        raise ValueError("not a manifest")
    try:
        return _read(said)
    except (KeyError, TypeError) as fault:
        raise ValueError("not a manifest") from fault


def _read(said: Mapping[str, Any]) -> Manifest:
    own = {
        "taken_at": datetime.fromisoformat(said["taken_at"]),
        "database": File(**said["database"]),
        "evidence": tuple(File(**file) for file in said["evidence"]),
        "missing": tuple(said["missing"]),
    }
    return Manifest(**{**said, **own})
