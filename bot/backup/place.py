"""The folder of backups: evidence by content, shared by all; a folder for each backup, whole or not there."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from shutil import rmtree

from bot.backup.fault import BackupFault
from bot.backup.manifest import Manifest, read_manifest
from bot.durable import UNFINISHED, sync, written_whole
from bot.evidence.folder import EvidenceFolder
from bot.settings import DATABASE

MANIFEST = "manifest.json"
NAME = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """`root` is what the company named; backups are called by the instant they were taken, so their names sort."""

    root: Path

    @property
    def evidence(self) -> EvidenceFolder:
        """The evidence of all backups."""
        return EvidenceFolder(self.root / "evidence")

    def names(self) -> list[str]:
        """The backups that are whole, oldest first."""
        return sorted(path.name for path in self._taken.glob("*Z") if (path / MANIFEST).exists())

    def readable(self) -> dict[str, Manifest]:
        """The manifests of those whose manifest can be read, by name, oldest first."""
        found: dict[str, Manifest] = {}
        for name in self.names():
            with suppress(BackupFault):
                found[name] = self.manifest(name)
        return found

    def database(self, name: str) -> Path:
        """The database of that backup."""
        return self._taken / name / DATABASE

    def manifest(self, name: str) -> Manifest:
        """The manifest of that backup; BackupFault if it cannot be read."""
        file = self._taken / name / MANIFEST
        try:
            return read_manifest(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as fault:
            raise BackupFault("backup_manifest_unreadable", file=file) from fault

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder ours for a while, and take away what a backup that was cut off left there."""
        self._open()
        with (self.root / "lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as fault:
                raise BackupFault("backup_busy", folder=self.root) from fault
            for left in (*self._taken.glob(f"*{UNFINISHED}"), *self.root.glob(f"evidence/*/*{UNFINISHED}")):
                _remove(left)
            yield

    def begin(self) -> Path:
        """A folder for a new backup that nobody takes for one yet."""
        folder = self._taken / f"new{UNFINISHED}"
        folder.mkdir(mode=0o700)
        return folder

    def finish(self, folder: Path, manifest: Manifest) -> str:
        """Put the manifest beside the database and give the whole its name, in one step."""
        with written_whole(folder / MANIFEST) as file:
            file.write(manifest.text().encode())
        name = manifest.taken_at.astimezone(UTC).strftime(NAME)
        folder.rename(self._taken / name)
        sync(self._taken)
        return name

    def remove(self, name: str) -> None:
        """Take a backup away: first out of sight, then for good."""
        out_of_sight = self._taken / f"{name}{UNFINISHED}"
        (self._taken / name).rename(out_of_sight)
        rmtree(out_of_sight)

    @property
    def _taken(self) -> Path:
        return self.root / "backups"

    def _open(self) -> None:
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._taken.exists() and any(path.name != "lock" for path in self.root.iterdir()):
            raise BackupFault("backup_not_ours", folder=self.root)
        self._taken.mkdir(mode=0o700, exist_ok=True)


def _remove(path: Path) -> None:
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink()
