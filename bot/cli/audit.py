"""`gongdao audit verify`: the log, the ledger and every file of evidence, walked from the first to the last."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy.exc import DBAPIError

from bot.cli.auditing import Audit, extent
from bot.cli.shell import Shell
from bot.cli.walked import Walked
from bot.evidence.folder import EvidenceFolder
from bot.evidence.verifying import files_of_nothing
from bot.settings import Settings
from bot.storage.engine import open_database

SHOWN = 100


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
            there = await extent(connection)
            shell.say("audit_there", **asdict(there))
            audit = Audit(connection, folder, Walked(shell, time.monotonic))
            async for found in audit.faults(there, head, backups):
                count += 1
                if count <= SHOWN:
                    shell.say(found.what, **found.data)
        # a running bot keeps a file first and its row then: by now every file has its own
        async with database.reading() as connection:
            _say_what_is_nobodys(shell, await files_of_nothing(connection, files))
    finally:
        await database.close()
    return count


def _say_what_is_nobodys(shell: Shell, files: Sequence[str]) -> None:
    if files:
        shell.say("audit_files_of_nothing", count=len(files), files=files[:SHOWN], shown=SHOWN)
