"""`gongdao sandbox`: the real bot against a Bot API on this machine, with a sample company to play."""

import asyncio
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import click

from bot.cli.shell import Shell
from bot.sample.place import NotASandbox, Place
from bot.sample.playground import BotStopped, run_playground
from bot.sandbox.serve import HOST

USUAL_PORT = 8765


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"端口，不写为 {USUAL_PORT}，被占用时换空闲的 · the port; left out, {USUAL_PORT} or a free one",
)
@click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".gongdao-sandbox"),
    show_default=True,
    help="数据目录 · where everything is kept",
)
@click.option("--fresh", is_flag=True, help="从头开始 · begin anew")
@click.pass_obj
def sandbox(shell: Shell, port: int | None, folder: Path, fresh: bool) -> None:
    """在本机试用：样板公司、聊天网页、可以拨动的时钟 · try it here: a sample company, a chat page, a clock to wind."""
    place = Place(folder.resolve())
    try:
        if fresh or not place.is_founded():
            place.clear()
    except NotASandbox as error:
        shell.complain("sandbox_not_ours", folder=place.root)
        raise SystemExit(1) from error
    _open(shell, place, _usual_port() if port is None else port)


def _open(shell: Shell, place: Place, port: int) -> None:
    began = time.monotonic()
    if not place.is_founded():
        shell.say("sandbox_founding")

    def opened(url: str) -> None:
        shell.say("sandbox_open", url=url, seconds=round(time.monotonic() - began, 1))

    try:
        asyncio.run(_until_asked(place, port, opened))
    except BotStopped as error:
        shell.complain("sandbox_bot_stopped", code=error.code, log=place.root / "bot.log")
        raise SystemExit(1) from error
    except OSError as error:
        shell.complain("sandbox_port_taken", port=port, why=error.strerror)
        raise SystemExit(1) from error
    shell.say("sandbox_closed")


def _usual_port() -> int:
    """The usual port, so that a bookmark lasts; 0, a free one, if somebody has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, USUAL_PORT))
        except OSError:
            return 0
    return USUAL_PORT


async def _until_asked(place: Place, port: int, on_open: Callable[[str], None]) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await run_playground(place, port, on_open, stop)
