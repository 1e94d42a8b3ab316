"""A case's dossier to be packed: which files there are, what each holds, and what the manifest says beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveEntry:
    """One file: a text of ours, or kept bytes by their SHA-256 (empty: they are not here, and only told of).

    `size` is bytes; `said` goes into the manifest.
    """

    name: str
    text: str | None = None
    sha256: str = ""
    size: int = 0
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything to be packed; `number` is the case's and names the parts, `said` heads the manifest."""

    case_id: int
    number: str
    entries: tuple[ArchiveEntry, ...]
    said: Mapping[str, object] = field(default_factory=dict)
