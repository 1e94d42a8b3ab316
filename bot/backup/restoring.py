"""Puts a backup back into an empty data folder, with every hash proved on the way; the database comes last."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from bot.backup.database_copy import look_into
from bot.backup.evidence_copy import NotTheContent, copy_evidence
from bot.backup.fault import BackupFault
from bot.backup.hashing import hash_of
from bot.backup.manifest import File, Manifest
from bot.backup.place import BackupPlace
from bot.durable import UNFINISHED, sync
from bot.evidence.folder import EvidenceFolder
from bot.lock import alone_on

UNDERWAY = "restoring"
# what a file system and an earlier look for another bot leave behind
HARMLESS = frozenset({"lost+found", "gongdao.lock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back; `damaged` are files of evidence that the backup no longer has as they were."""

    name: str
    manifest: Manifest
    damaged: tuple[Path, ...]


def restore_backup(folder: Path, database: Path, name: str = "") -> Restored:
    """Put the newest backup of that folder, or the named one, where the database belongs.

    BackupFault if there is none, it is not whole, or the data folder is not empty (but for a restore that was cut off).
    """
    place = BackupPlace(folder)
    chosen = _chosen(place, name)
    manifest = place.manifest(chosen)
    data = database.parent
    _check_empty(data)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone_on(database):
        (data / UNDERWAY).touch(mode=0o600)
        damaged = _restore_evidence(manifest.evidence, place.evidence, EvidenceFolder(data / "evidence"))
        _restore_database(place.database(chosen), database, manifest)
        (data / UNDERWAY).unlink()
        sync(data)
    return Restored(name=chosen, manifest=manifest, damaged=damaged)


def is_underway(data: Path) -> bool:
    """Whether a restore into that folder was begun and not finished."""
    return (data / UNDERWAY).exists()


def _chosen(place: BackupPlace, name: str) -> str:
    names = place.names()
    if not names:
        raise BackupFault("restore_none", folder=place.root)
    if name and name not in names:
        raise BackupFault("restore_unknown", name=name, names=names)
    return name or names[-1]


def _check_empty(data: Path) -> None:
    if data.exists() and not is_underway(data) and any(path.name not in HARMLESS for path in data.iterdir()):
        raise BackupFault("restore_not_empty", data=data)


def _restore_evidence(
    files: Iterable[File], source: EvidenceFolder, target: EvidenceFolder
) -> tuple[Path, ...]:
    damaged = []
    for file in files:
        # what a restore that was cut off left there is proved like everything else
        target.path(file.sha256).unlink(missing_ok=True)
        try:
            copy_evidence(file, source, target)
        except (FileNotFoundError, NotTheContent):
            damaged.append(source.path(file.sha256))
    return tuple(damaged)


def _restore_database(source: Path, database: Path, manifest: Manifest) -> None:
    if not source.exists() or hash_of(source) != manifest.database.sha256:
        raise BackupFault("restore_database", file=source)
    unfinished = database.with_suffix(UNFINISHED)
    unfinished.unlink(missing_ok=True)
    copyfile(source, unfinished)
    unfinished.chmod(0o600)
    inside = look_into(unfinished)
    if (inside.rows, inside.head) != (manifest.rows, manifest.head):
        raise BackupFault("restore_head", file=source, head=inside.head, expected=manifest.head)
    sync(unfinished)
    unfinished.rename(database)
