"""`gongdao run`: the bot, until it is asked to stop."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import click
from telegram.error import InvalidToken

from bot.all_routes import all_routes
from bot.app import run_bot
from bot.backup.restoring import is_underway
from bot.beginning import Beginning
from bot.cli.shell import Shell
from bot.health.server import MetricsAddressTaken
from bot.lock import AlreadyRunning
from bot.logs import log_to
from bot.menus import Menus


@click.command()
@click.pass_obj
def run(shell: Shell) -> None:
    """启动机器人，按 Ctrl-C 停止 · run the bot until Ctrl-C."""
    settings = shell.settings()
    if not settings.token:
        shell.complain("run_no_token", file=shell.file)
        raise SystemExit(1)
    if is_underway(settings.data):
        shell.complain("restore_unfinished", data=settings.data)
        raise SystemExit(1)
    log_to()
    with _refusals_said(shell):
        asyncio.run(run_bot(settings, all_routes(), Beginning(Menus()).ready))


@contextmanager
def _refusals_said(shell: Shell) -> Iterator[None]:
    """What keeps the bot from starting, in words; code 1."""
    try:
        yield
    except AlreadyRunning as error:
        shell.complain("run_twice", database=error.database, pid=error.pid or "?")
        raise SystemExit(1) from error
    except MetricsAddressTaken as error:
        shell.complain("run_metrics_taken", address=error.address, why=error.why)
        raise SystemExit(1) from error
    except InvalidToken as error:
        shell.complain("token_refused")
        raise SystemExit(1) from error
