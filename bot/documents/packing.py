"""Packs a dossier into ZIP files that Telegram takes, each with a manifest of all files and their hashes."""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from bot.evidence.folder import EvidenceFolder
from core.model.archive import Archive, ArchiveEntry

# a bot may send 50 MB; the manifest and the directory of the file need room as well
LARGEST_PART = 45 << 20
MANIFEST = "manifest.json"
# the earliest day that a ZIP knows: the same content gives the same bytes
NO_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One ZIP file."""

    name: str
    content: bytes


def pack(archive: Archive, folder: EvidenceFolder, largest: int = LARGEST_PART) -> list[Part]:
    """The archive as one file or, where it is too big, as several; a file whose bytes are gone is in the manifest only."""
    parts = list(_shared_out(archive.entries, largest))
    manifest = _manifest(archive, parts, folder)
    return [
        Part(_name(archive, number, len(parts)), _zipped(entries, manifest, folder))
        for number, entries in enumerate(parts, 1)
    ]


def _shared_out(entries: Sequence[ArchiveEntry], largest: int) -> Iterator[list[ArchiveEntry]]:
    part: list[ArchiveEntry] = []
    room = largest
    for entry in entries:
        size = entry.size if entry.text is None else len(entry.text.encode())
        if part and size > room:
            yield part
            part, room = [], largest
        part.append(entry)
        room -= size
    yield part


def _manifest(archive: Archive, parts: Sequence[Sequence[ArchiveEntry]], folder: EvidenceFolder) -> bytes:
    files = [_told(entry, number, folder) for number, entries in enumerate(parts, 1) for entry in entries]
    told = {**archive.said, "parts": len(parts), "files": files}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _told(entry: ArchiveEntry, part: int, folder: EvidenceFolder) -> dict[str, object]:
    """`part` is None where the bytes are not here."""
    text = entry.text
    sha256 = entry.sha256 if text is None else hashlib.sha256(text.encode()).hexdigest()
    is_here = text is not None or _is_kept(entry, folder)
    return {"name": entry.name, "sha256": sha256, "part": part if is_here else None, **entry.said}


def _is_kept(entry: ArchiveEntry, folder: EvidenceFolder) -> bool:
    return bool(entry.sha256) and folder.path(entry.sha256).exists()


def _zipped(entries: Sequence[ArchiveEntry], manifest: bytes, folder: EvidenceFolder) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as packed:
        _write(packed, MANIFEST, manifest, ZIP_DEFLATED)
        for entry in entries:
            if entry.text is not None:
                _write(packed, entry.name, entry.text.encode(), ZIP_DEFLATED)
            elif _is_kept(entry, folder):
                # photos and documents are packed already
                _write(packed, entry.name, folder.path(entry.sha256).read_bytes(), ZIP_STORED)
    return content.getvalue()


def _write(packed: ZipFile, name: str, content: bytes, how: int) -> None:
    info = ZipInfo(name, NO_DAY)
    info.external_attr = 0o644 << 16
    packed.writestr(info, content, how)


def _name(archive: Archive, number: int, count: int) -> str:
    return (
        f"{archive.number}-dossier.zip" if count == 1 else f"{archive.number}-dossier-{number}of{count}.zip"
    )
