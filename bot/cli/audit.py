"""`gongdao audit verify`: the log, the ledger and every file of evidence, walked from the first to the last."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.place import BackupPlace
from bot.cli.shell import Shell
from bot.evidence.folder import EvidenceFolder
from bot.evidence.verifying import faults_in_evidence, files_of_nothing
from bot.settings import Settings
from bot.storage.chained_tables import ledger, log
from bot.storage.engine import open_database
from bot.storage.ledger import LEDGER_CHAIN
from bot.storage.log import LOG_CHAIN
from bot.storage.tables import batches, evidence
from bot.storage.verify_ledger import faults_in_ledger
from bot.storage.verify_log import faults_in_log
from core.model.evidence import Storing

SHOWN = 100
HEADS_OF_BATCHES = select(batches.c.number, batches.c.head).where(batches.c.head != "").order_by(batches.c.id)


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: the key of its words and what fills them."""

    what: str
    data: dict[str, object]


@click.group()
def audit() -> None:
    """稽核：核对日志、账和证据 · audit: prove log, ledger and evidence."""


@audit.command()
@click.option(
    "--head", default="", metavar="HASH", help="以前记下的末行哈希 · a head of log or ledger, noted earlier"
)
@click.option(
    "--backups",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="备份目录：其中每份备份的末行都要还在 · a folder of backups, whose heads must all be there still",
)
@click.pass_obj
def verify(shell: Shell, head: str, backups: Path | None) -> None:
    """逐行核对，指出被改、缺失、插入或调换的记录，以及被改的证据 · name what was edited, missing, put in or reordered."""
    settings = shell.settings()
    if not settings.database.exists():
        shell.complain("audit_nothing", database=settings.database)
        raise SystemExit(1)
    try:
        count = asyncio.run(_verify(shell, settings, head.strip().lower(), backups))
    except DBAPIError as fault:
        shell.complain("health_database", file=settings.database, why=fault.orig)
        raise SystemExit(1) from fault
    shell.say("audit_faults" if count else "audit_clean", count=count, shown=SHOWN)
    raise SystemExit(1 if count else 0)


async def _verify(shell: Shell, settings: Settings, head: str, backups: Path | None) -> int:
    database, count = open_database(settings.database), 0
    folder = EvidenceFolder(settings.data / "evidence")
    files = await asyncio.to_thread(folder.files)
    try:
        async with database.reading() as connection:
            await _say_what_is_there(shell, connection)
            async for found in _everything(connection, folder, head, backups):
                count += 1
                if count <= SHOWN:
                    shell.say(found.what, **found.data)
        # a running bot keeps a file first and its row then: by now every file has its own
        async with database.reading() as connection:
            _say_what_is_nobodys(shell, await files_of_nothing(connection, files))
    finally:
        await database.close()
    return count


async def _say_what_is_there(shell: Shell, connection: AsyncConnection) -> None:
    latest = await LOG_CHAIN.latest(connection)
    kept = select(func.count()).where(evidence.c.storing == Storing.STORED)
    shell.say(
        "audit_there",
        rows=latest["seq"] if latest else 0,
        head=latest["hash"] if latest else "-",
        entries=(await connection.execute(select(func.count()).select_from(ledger))).scalar_one(),
        ledger_head=await LEDGER_CHAIN.head(connection),
        files=(await connection.execute(kept)).scalar_one(),
    )


def _say_what_is_nobodys(shell: Shell, files: Sequence[str]) -> None:
    if files:
        shell.say("audit_files_of_nothing", count=len(files), files=files[:SHOWN], shown=SHOWN)


async def _everything(
    connection: AsyncConnection, folder: EvidenceFolder, head: str, backups: Path | None
) -> AsyncIterator[Found]:
    # a closed payroll batch carries the ledger's head, an auditor's digest both
    is_of_ledger = bool(head) and await _has_entry(connection, head)
    async for fault in faults_in_log(connection, "" if is_of_ledger else head):
        yield Found(f"audit_log_{fault.kind}", asdict(fault) | {"head": head})
    async for entry in faults_in_ledger(connection):
        yield Found(f"audit_ledger_{entry.kind}", asdict(entry))
    async for piece in faults_in_evidence(connection, folder):
        yield Found(f"audit_evidence_{piece.kind}", asdict(piece))
    async for noted in _noted_heads(connection, backups):
        yield noted


async def _noted_heads(connection: AsyncConnection, backups: Path | None) -> AsyncIterator[Found]:
    """The heads that closed batches and backups noted, and that are there no more."""
    for number, head in (await connection.execute(HEADS_OF_BATCHES)).all():
        if not await _has_entry(connection, head):
            yield Found("audit_batch_head", {"number": number, "head": head})
    for name, manifest in BackupPlace(backups).readable().items() if backups else ():
        row = select(log.c.hash).where(log.c.seq == manifest.rows)
        if manifest.rows and (await connection.execute(row)).scalar() != manifest.head:
            yield Found("audit_backup_differs", {"name": name, "rows": manifest.rows})


async def _has_entry(connection: AsyncConnection, head: str) -> bool:
    found = await connection.execute(select(ledger.c.seq).where(ledger.c.hash == head))
    return found.first() is not None
