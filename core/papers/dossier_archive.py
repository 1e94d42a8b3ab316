"""What a dossier holds as files: forms, evidence under safe names, and the case's part of the log."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from core.model.archive import ArchiveEntry
from core.model.evidence import Evidence, Kind

# in bytes a Chinese name is three times as long, and a file system takes 255
_LONGEST: Final = 60
_LONGEST_SUFFIX: Final = 12
_SUFFIX: Final = {
    Kind.TEXT: ".txt",
    Kind.PHOTO: ".jpg",
    Kind.VIDEO: ".mp4",
    Kind.VOICE: ".ogg",
    Kind.AUDIO: ".mp3",
    Kind.DOCUMENT: "",
}


def dossier_entries(
    papers: Sequence[Evidence], pieces: Sequence[Evidence], log: Sequence[Mapping[str, object]]
) -> tuple[ArchiveEntry, ...]:
    """The papers, every piece of evidence by its number (also those whose bytes are not here), and the log."""
    return (
        *(_kept(f"papers/{safe_name(paper.name)}", paper) for paper in _once(papers)),
        *(_piece(piece) for piece in pieces),
        ArchiveEntry(name="log.jsonl", text="".join(_lines(log))),
    )


def safe_name(name: str, suffix: str = "") -> str:
    """A file name that no system reads anything into: letters, digits, `.`, `-` and `_`, neither hidden nor long."""
    plain = "".join(one if one.isalnum() or one in "-_." else "_" for one in name).lstrip(".")
    path = PurePosixPath(plain or "file")
    return f"{path.stem[:_LONGEST]}{path.suffix[:_LONGEST_SUFFIX] or suffix}"


def _once(papers: Sequence[Evidence]) -> Iterator[Evidence]:
    yield from {paper.name: paper for paper in papers}.values()


def _piece(piece: Evidence) -> ArchiveEntry:
    name = f"evidence/{piece.id:04}-{safe_name(piece.name or piece.kind.value, _SUFFIX[piece.kind])}"
    if piece.kind is Kind.TEXT:
        return ArchiveEntry(name=name, text=piece.text, said=_said(piece))
    return _kept(name, piece)


def _kept(name: str, piece: Evidence) -> ArchiveEntry:
    return ArchiveEntry(name=name, sha256=piece.sha256, size=piece.size, said=_said(piece))


def _said(piece: Evidence) -> Mapping[str, object]:
    return {
        "evidence": piece.id,
        "belongs_to": piece.holder.value,
        "kind": piece.kind.value,
        "storing": piece.storing.value,
        "received_at": piece.received_at.isoformat(),
        "received_by": piece.received_by,
        "forwarded_from": piece.origin_name,
        "caption": "" if piece.kind is Kind.TEXT else piece.text,
    }


def _lines(log: Sequence[Mapping[str, object]]) -> Iterator[str]:
    for row in log:
        yield json.dumps(row, ensure_ascii=False, default=str) + "\n"
