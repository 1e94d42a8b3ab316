"""`gongdao restore DIR`: a backup put back into an empty data folder, and proved."""

import asyncio
import sqlite3
from pathlib import Path

import click

from bot.backup.database_copy import has_wages
from bot.backup.fault import BackupFault
from bot.backup.restoring import Restored, restore_backup
from bot.cli.shell import Shell
from bot.lock import AlreadyRunning
from bot.payroll.vault import WAGES_KEY
from bot.storage.chain_walk import ChainFault
from bot.storage.engine import open_database
from bot.storage.verify_log import verify_log


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--name", default="", help="哪一份，不写为最新 · which backup; left out, the newest")
@click.pass_obj
def restore(shell: Shell, folder: Path, name: str) -> None:
    """把备份放回空的数据目录，并逐一核对 · put a backup back into an empty data folder, and prove it."""
    database = shell.settings().database
    try:
        restored = restore_backup(folder, database, name)
    except BackupFault as fault:
        shell.complain(fault.what, **fault.data)
        raise SystemExit(1) from fault
    except AlreadyRunning as fault:
        shell.complain("run_twice", database=fault.database, pid=fault.pid or "?")
        raise SystemExit(1) from fault
    except (OSError, sqlite3.Error) as fault:
        shell.complain("restore_failed", data=database.parent, why=fault)
        raise SystemExit(1) from fault
    touched = asyncio.run(_touched(database, restored.manifest.head))
    _say(shell, database.parent, restored, touched)
    if has_wages(database):
        shell.say("restore_key_apart", key=database.parent / WAGES_KEY)
    raise SystemExit(1 if touched or restored.damaged else 0)


async def _touched(path: Path, head: str) -> ChainFault | None:
    database = open_database(path)
    try:
        async with database.reading() as connection:
            return await verify_log(connection, head)
    finally:
        await database.close()


def _say(shell: Shell, data: Path, restored: Restored, touched: ChainFault | None) -> None:
    shell.say("restore_done", data=data, restored=restored)
    for file in restored.damaged:
        shell.complain("restore_evidence_damaged", file=file)
    for sha256 in restored.manifest.missing:
        shell.complain("restore_evidence_missing", sha256=sha256)
    if touched:
        shell.complain("restore_log_touched", seq=touched.seq)
    shell.say("restore_next", restored=restored)
