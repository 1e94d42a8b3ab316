"""`gongdao backup DIR`: a backup while the bot runs; code 1 if it could not be taken, or something is wrong with it."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.backup.database_copy import has_wages
from bot.backup.fault import BackupFault
from bot.backup.taking import Taken, Wish, take_backup
from bot.cli.shell import Shell
from bot.payroll.vault import WAGES_KEY


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=Wish().keep,
    show_default=True,
    help="保留最近几份 · how many of the newest stay",
)
@click.option(
    "--check", is_flag=True, help="重新核对以前备份的文件 · prove evidence that was copied earlier, too"
)
@click.pass_obj
def backup(shell: Shell, folder: Path, keep: int, check: bool) -> None:
    """机器人运行时备份：数据库和证据 · back up database and evidence, while the bot runs."""
    wish = Wish(keep=keep, proving=check)
    database = shell.settings().database
    try:
        taken = take_backup(database, folder, datetime.now(UTC), wish)
    except BackupFault as fault:
        shell.complain(fault.what, **fault.data)
        raise SystemExit(1) from fault
    except (OSError, sqlite3.Error) as fault:
        shell.complain("backup_failed", folder=folder, why=_said(fault))
        raise SystemExit(1) from fault
    _say(shell, folder, taken)
    if has_wages(database):
        shell.say("backup_key_apart", key=database.parent / WAGES_KEY)
    raise SystemExit(0 if taken.is_clean else 1)


def _say(shell: Shell, folder: Path, taken: Taken) -> None:
    shell.say("backup_taken", folder=folder, taken=taken)
    if not taken.continues:
        shell.complain("backup_log_cut")
    for sha256 in taken.manifest.missing:
        shell.complain("backup_evidence_missing", sha256=sha256)


def _said(fault: OSError | sqlite3.Error) -> str:
    return fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
