"""Tells systemd how the bot is (`Type=notify`): ready, alive, stopping; says nothing where nobody listens."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing, suppress

SOCKET = "NOTIFY_SOCKET"
WATCHED_FOR = "WATCHDOG_USEC"
WATCHED_PROCESS = "WATCHDOG_PID"
MICROSECONDS = 1_000_000
# so that one late word is not yet the end
WORDS_IN_TIME = 3


class Supervisor:
    """The notify socket of sd_notify(3): a path, or `@` and an abstract name. An empty address is nobody."""

    def __init__(self, address: str = "", watched_for: float = 0.0) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._watched_for = watched_for

    @staticmethod
    def of(environment: Mapping[str, str]) -> "Supervisor":
        """Whoever started this process."""
        is_meant = environment.get(WATCHED_PROCESS, str(os.getpid())) == str(os.getpid())
        told = environment.get(WATCHED_FOR, "") if is_meant else ""
        watched_for = int(told) / MICROSECONDS if told.isdecimal() else 0.0
        return Supervisor(environment.get(SOCKET, ""), watched_for)

    def says(self, status: str) -> None:
        """What `systemctl status` shows."""
        self._tell(f"STATUS={status}")

    def is_ready(self, status: str) -> None:
        """The bot has begun to work."""
        self._tell(f"READY=1\nSTATUS={status}")

    def is_stopping(self) -> None:
        """The bot finishes what is in hand."""
        self._tell("STOPPING=1")

    @asynccontextmanager
    async def watching(self, is_well: Callable[[], bool]) -> AsyncIterator[None]:
        """Say that we are alive, as often as it is asked for, as long as `is_well`."""
        if not self._watched_for:
            yield
            return
        telling = asyncio.create_task(self._keep_telling(is_well))
        try:
            yield
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling

    async def _keep_telling(self, is_well: Callable[[], bool]) -> None:
        while True:
            if is_well():
                self._tell("WATCHDOG=1")
            await asyncio.sleep(self._watched_for / WORDS_IN_TIME)

    def _tell(self, words: str) -> None:
        if not self._address:
            return
        # a supervisor that does not listen is no reason to stop working
        with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as telling, suppress(OSError):
            telling.setblocking(False)
            telling.connect(self._address)
            telling.send(words.encode())
