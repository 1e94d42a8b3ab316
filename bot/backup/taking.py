"""Takes a backup while the bot runs: the database first, then the evidence that it names; whole, or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.backup.database_copy import copy_database, has_row, look_into
from bot.backup.evidence_copy import NotTheContent, copy_evidence
from bot.backup.fault import BackupFault
from bot.backup.last import note_backup
from bot.backup.manifest import File, Manifest
from bot.backup.place import BackupPlace
from bot.backup.pruning import prune
from bot.evidence.folder import EvidenceFolder
from bot.points import Point, reached
from bot.settings import DATABASE


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A backup that was taken. `copied` counts evidence that was not there yet.

    Unless it `continues`, the log no longer has the row that was its last in the backup before.
    """

    name: str
    manifest: Manifest
    copied: int
    continues: bool

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong with what was backed up."""
        return self.continues and not self.manifest.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`keep` backups stay, with the new one; `proving`, evidence that was copied earlier is read and hashed again."""

    keep: int = 14
    proving: bool = False


def take_backup(database: Path, folder: Path, now: datetime, wish: Wish) -> Taken:
    """A new backup in that folder.

    BackupFault if it cannot be taken; sqlite3.Error and OSError as they come. What was there before is still whole then.
    """
    if not database.exists():
        raise BackupFault("backup_nothing", database=database)
    if folder.resolve().is_relative_to(database.parent.resolve()):
        raise BackupFault("backup_inside", folder=folder, data=database.parent)
    place = BackupPlace(folder)
    with place.held():
        taken = _take(database, place, now, proving=wish.proving)
        # what may have been tampered with must not push out what came before it
        if taken.is_clean:
            prune(place, wish.keep)
    note_backup(database.parent, taken.manifest, folder)
    return taken


def _take(database: Path, place: BackupPlace, now: datetime, *, proving: bool) -> Taken:
    before = list(place.readable().values())[-1:]
    unfinished = place.begin()
    copy = unfinished / DATABASE
    file = copy_database(database, copy)
    reached(Point.BACKUP)
    inside = look_into(copy)
    source = EvidenceFolder(database.parent / "evidence")
    copied, missing = _copy_all(
        inside.evidence, partial(copy_evidence, source=source, target=place.evidence, proving=proving)
    )
    manifest = Manifest(
        taken_at=now,
        schema=inside.schema,
        database=file,
        rows=inside.rows,
        head=inside.head,
        evidence=tuple(piece for piece in inside.evidence if piece.sha256 not in missing),
        missing=missing,
    )
    reached(Point.BACKUP)
    continues = all(_continues(copy, manifest) for manifest in before)
    name = place.finish(unfinished, manifest)
    reached(Point.BACKUP)
    return Taken(name=name, manifest=manifest, copied=copied, continues=continues)


def _copy_all(files: Iterable[File], copy: Callable[[File], bool]) -> tuple[int, tuple[str, ...]]:
    copied, missing = 0, []
    for file in files:
        try:
            copied += copy(file)
        except (FileNotFoundError, NotTheContent):
            missing.append(file.sha256)
    return copied, tuple(missing)


def _continues(copy: Path, before: Manifest) -> bool:
    return before.rows == 0 or has_row(copy, before.rows, before.head)
