"""`gongdao run` as systemd would run it: a process of its own, against a sandbox in this one."""

import asyncio
import os
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.sandbox.client import Sandbox
from tests.patience import PATIENCE

TOKEN = "123456:processes"
GONGDAO = Path(sys.executable).parent / "gongdao"
FILE_LIMIT = (
    "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A folder with the sample company's settings, and a Bot API at `url`."""

    folder: Path
    url: str
    sandbox: Sandbox

    @property
    def database(self) -> Path:
        return self.folder / "company" / "gongdao.sqlite3"

    async def starts(self, *words: str, **environment: str) -> Process:
        """A gongdao command; its standard error is there to read."""
        return await self._begins((str(GONGDAO),), words, environment)

    async def starts_without_room(self, *words: str) -> Process:
        """A gongdao command under which no file may grow over four kilobytes."""
        return await self._begins((sys.executable, "-c", FILE_LIMIT, str(GONGDAO)), words, {})

    async def _begins(
        self, program: Sequence[str], words: Sequence[str], environment: Mapping[str, str]
    ) -> Process:
        return await asyncio.create_subprocess_exec(
            *program,
            "--lang",
            "en",
            *words,
            env={**self._environment(), **environment},
            cwd=self.folder,
            stdout=PIPE,
            stderr=PIPE,
        )

    @asynccontextmanager
    async def running(self, **environment: str) -> AsyncIterator[Process]:
        """The bot; killed at the end if it still runs."""
        process = await self.starts("run", **environment)
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()

    def reads(self, sql: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchall()

    async def until(self, sql: str, *expected: tuple[object, ...]) -> None:
        """Wait until the database says so; AssertionError with what it says instead."""
        found: list[tuple[object, ...]] = []
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := self.reads(sql)) != list(expected):  # noqa: ASYNC110 - another process is writing
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{sql}: {found}, not {expected}") from None

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GONGDAO_")}
        return kept | {
            "GONGDAO_TOKEN": TOKEN,
            "GONGDAO_API_BASE_URL": self.url,
            "GONGDAO_CLOCK_URL": f"{self.url}/sandbox/clock",
        }


def machine(folder: Path, url: str, sandbox: Sandbox) -> Machine:
    """The sample company's machine in that folder."""
    (folder / "gongdao.toml").write_bytes((files("bot.sample") / "gongdao.toml").read_bytes())
    return Machine(folder=folder, url=url, sandbox=sandbox)


async def ended(process: Process, within: float = PATIENCE) -> tuple[int | None, str]:
    """The exit code and what was said to standard error; TimeoutError if it goes on."""
    try:
        async with asyncio.timeout(within):
            _, said = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.communicate()
        raise
    return process.returncode, said.decode()
