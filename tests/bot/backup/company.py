"""A company's data folder to back up: a log that grows, and pieces of evidence with their files."""

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.backup.restoring import Restored, restore_backup
from bot.backup.taking import Taken, Wish, take_backup
from bot.evidence.folder import EvidenceFolder
from bot.storage.chain_walk import ChainFault
from bot.storage.engine import Database, open_database
from bot.storage.unit_of_work import UnitsOfWork
from bot.storage.verify_log import verify_log
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.log import LogRow
from tests.make import NOW
from tests.storage.opening import units_on


@dataclass(kw_only=True)
class Company:
    """Its data (in the folder `name`) and `backups` lie side by side in one folder."""

    root: Path
    opened: Database
    units: UnitsOfWork
    name: str = "data"
    _taken: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.root / self.name

    @property
    def database(self) -> Path:
        return self.data / "gongdao.sqlite3"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def elsewhere(self) -> Path:
        """The database of another machine."""
        return self.root / "elsewhere" / "gongdao.sqlite3"

    async def logs(self, *acts: str) -> None:
        async with self.units.open(NOW) as uow:
            for act in acts:
                await uow.log.write(LogRow(act=act, words={"said": act}))

    async def receives(self, content: bytes) -> str:
        piece = self._keeps(content)
        async with self.units.open(NOW) as uow:
            await uow.evidence.add(piece)
        return piece.sha256

    async def writes(self, content: bytes) -> None:
        """A row of the log, a piece of evidence and a number, in one transaction."""
        piece = self._keeps(content)
        async with self.units.open(NOW) as uow:
            await uow.evidence.add(piece)
            await uow.log.write(LogRow(act="written", facts={"number": await uow.numbers.next("things")}))

    def _keeps(self, content: bytes) -> Evidence:
        return Evidence(
            holder=Holder.CASE,
            holder_id=1,
            kind=Kind.PHOTO,
            storing=Storing.STORED,
            sha256=EvidenceFolder(self.data / "evidence").keep(content),
            size=len(content),
            chat_id=1,
            message_id=1,
            received_by=1,
            received_at=NOW,
        )

    def file(self, sha256: str) -> Path:
        return EvidenceFolder(self.data / "evidence").path(sha256)

    def backs_up(self, keep: int = 14, *, proving: bool = False) -> Taken:
        """A backup an hour after the one before."""
        now = NOW + timedelta(hours=len(self._taken))
        taken = take_backup(self.database, self.backups, now, Wish(keep=keep, proving=proving))
        self._taken.append(taken.name)
        return taken

    def restores(self, name: str = "") -> Restored:
        return restore_backup(self.backups, self.elsewhere, name)


def founded(root: Path, migrated: Path) -> Company:
    """A company in that folder, with a copy of a migrated database."""
    (root / "data").mkdir()
    shutil.copy(migrated, root / "data" / "gongdao.sqlite3")
    opened = open_database(root / "data" / "gongdao.sqlite3")
    return Company(root=root, opened=opened, units=units_on(opened))


async def log_fault(path: Path, head: str = "") -> ChainFault | None:
    database = open_database(path)
    async with database.reading() as connection:
        fault = await verify_log(connection, head)
    await database.close()
    return fault
