"""Copies evidence by its content: what is there already is not copied again, what is not as its name says is not taken."""

import hashlib
from pathlib import Path

from bot.backup.hashing import BLOCK, hash_of
from bot.backup.manifest import File
from bot.durable import written_whole
from bot.evidence.folder import EvidenceFolder


class NotTheContent(Exception):
    """A file does not have the content that its name says."""


def copy_evidence(
    file: File, source: EvidenceFolder, target: EvidenceFolder, *, proving: bool = False
) -> bool:
    """Whether it had to be copied. FileNotFoundError if the source has none, NotTheContent if it was changed.

    What is there already is known by its size; `proving`, by its hash.
    """
    from_place, to_place = source.path(file.sha256), target.path(file.sha256)
    if _is_there(to_place, file, proving=proving):
        return False
    to_place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _copy(from_place, to_place, file.sha256)
    return True


def _is_there(place: Path, file: File, *, proving: bool) -> bool:
    if not place.exists() or place.stat().st_size != file.size:
        return False
    return not proving or hash_of(place) == file.sha256


def _copy(from_place: Path, to_place: Path, sha256: str) -> None:
    digest = hashlib.sha256()
    with from_place.open("rb") as content, written_whole(to_place) as copy:
        while block := content.read(BLOCK):
            digest.update(block)
            copy.write(block)
        if digest.hexdigest() != sha256:
            raise NotTheContent(sha256)
