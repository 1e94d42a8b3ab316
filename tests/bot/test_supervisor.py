"""What is said to systemd, over a real datagram socket."""

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.supervisor import Supervisor
from tests.patience import PATIENCE


@contextmanager
def listening(address: str) -> Iterator[socket.socket]:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listener:
        listener.bind(address)
        listener.settimeout(PATIENCE)
        yield listener


@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_ready_status_and_stopping_are_said(tmp_path: Path, kind: str) -> None:
    name = f"gongdao-{os.getpid()}"
    bound, told = {
        "path": (str(tmp_path / "notify"), str(tmp_path / "notify")),
        "abstract": (f"\0{name}", f"@{name}"),
    }[kind]
    with listening(bound) as listener:
        supervisor = Supervisor.of({"NOTIFY_SOCKET": told})
        supervisor.says("waiting")
        supervisor.is_ready("running")
        supervisor.is_stopping()

        heard = [listener.recv(1024) for _ in range(3)]

    assert heard == [b"STATUS=waiting", b"READY=1\nSTATUS=running", b"STOPPING=1"]


async def test_alive_is_said_in_time_only_as_long_as_all_is_well(tmp_path: Path) -> None:
    answers = iter([True, True, False])
    with listening(str(tmp_path / "notify")) as listener:
        supervisor = Supervisor(str(tmp_path / "notify"), watched_for=0.03)
        asked = asyncio.Event()

        def is_well() -> bool:
            answer = next(answers, None)
            if answer is None:
                asked.set()
            return bool(answer)

        async with supervisor.watching(is_well):
            await asked.wait()
        listener.setblocking(False)
        heard = [listener.recv(1024) for _ in range(2)]
        with pytest.raises(BlockingIOError):
            listener.recv(1024)

    assert heard == [b"WATCHDOG=1"] * 2


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "1000"},
        {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "soon"},
    ],
)
async def test_nobody_listening_changes_nothing(environment: dict[str, str]) -> None:
    supervisor = Supervisor.of(environment)

    supervisor.is_ready("running")
    async with supervisor.watching(lambda: True):
        await asyncio.sleep(0)
    supervisor.is_stopping()


async def test_a_watch_over_another_process_is_not_ours() -> None:
    asked: list[str] = []
    supervisor = Supervisor.of(
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "1000", "WATCHDOG_PID": str(os.getpid() + 1)}
    )

    def is_well() -> bool:
        asked.append("are you well")
        return True

    async with supervisor.watching(is_well):
        await asyncio.sleep(0)

    assert asked == []
