"""Everything that `gongdao audit verify` walks along, from the first row to the last, and what is at fault with it."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.place import BackupPlace
from bot.cli.walked import Walked
from bot.evidence.folder import EvidenceFolder
from bot.evidence.verifying import faults_in_evidence
from bot.storage.chained_tables import ledger, log
from bot.storage.ledger import LEDGER_CHAIN
from bot.storage.log import LOG_CHAIN
from bot.storage.tables import batches, evidence
from bot.storage.verify_ledger import faults_in_ledger
from bot.storage.verify_log import faults_in_log
from core.model.evidence import Storing

HEADS_OF_BATCHES = select(batches.c.number, batches.c.head).where(batches.c.head != "").order_by(batches.c.id)
KEPT = select(func.count()).where(evidence.c.storing == Storing.STORED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much there is to walk along, and where log and ledger end."""

    rows: int
    head: str
    entries: int
    ledger_head: str
    files: int


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: the key of its words and what fills them."""

    what: str
    data: dict[str, object]


async def extent(connection: AsyncConnection) -> Extent:
    """What is there now."""
    latest = await LOG_CHAIN.latest(connection)
    return Extent(
        rows=latest["seq"] if latest else 0,
        head=latest["hash"] if latest else "-",
        entries=(await connection.execute(select(func.count()).select_from(ledger))).scalar_one(),
        ledger_head=await LEDGER_CHAIN.head(connection),
        files=(await connection.execute(KEPT)).scalar_one(),
    )


class Audit:
    """One walk along log, ledger and evidence, as far as they go; `walked` is told how far it is."""

    def __init__(self, connection: AsyncConnection, folder: EvidenceFolder, walked: Walked) -> None:
        self._connection = connection
        self._folder = folder
        self._walked = walked

    async def faults(self, there: Extent, head: str, backups: Path | None) -> AsyncIterator[Found]:
        """Every fault; the row with the hash `head`, if any, and the heads of all `backups` must be there still."""
        # a closed payroll batch carries the ledger's head, an auditor's digest both
        is_of_ledger = bool(head) and await self._has_entry(head)
        passed = self._walked.along("audit_log_walked", there.rows)
        async for fault in faults_in_log(self._connection, "" if is_of_ledger else head, passed):
            yield Found(f"audit_log_{fault.kind}", asdict(fault) | {"head": head})
        passed = self._walked.along("audit_ledger_walked", there.entries)
        async for entry in faults_in_ledger(self._connection, passed=passed):
            yield Found(f"audit_ledger_{entry.kind}", asdict(entry))
        passed = self._walked.along("audit_evidence_walked", there.files)
        async for piece in faults_in_evidence(self._connection, self._folder, passed):
            yield Found(f"audit_evidence_{piece.kind}", asdict(piece))
        async for noted in self._noted_heads(backups):
            yield noted

    async def _noted_heads(self, backups: Path | None) -> AsyncIterator[Found]:
        """The heads that closed batches and backups noted, and that are there no more."""
        for number, head in (await self._connection.execute(HEADS_OF_BATCHES)).all():
            if not await self._has_entry(head):
                yield Found("audit_batch_head", {"number": number, "head": head})
        for name, manifest in BackupPlace(backups).readable().items() if backups else ():
            row = select(log.c.hash).where(log.c.seq == manifest.rows)
            if manifest.rows and (await self._connection.execute(row)).scalar() != manifest.head:
                yield Found("audit_backup_differs", {"name": name, "rows": manifest.rows})

    async def _has_entry(self, head: str) -> bool:
        found = await self._connection.execute(select(ledger.c.seq).where(ledger.c.hash == head))
        return found.first() is not None
