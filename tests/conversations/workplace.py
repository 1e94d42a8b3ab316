"""A company at work: the real bot as a process of its own, against the sandbox's Bot API."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.sandbox.client import Sandbox, playing
from bot.sandbox.client_person import Player
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World

TOKEN = "123456:story"
GONGDAO = Path(sys.executable).parent / "gongdao"
PATIENCE = 120.0
STEP = 0.005
UNFINISHED = """
    select (select count(*) from inbox where state in ('waiting', 'held'))
        + (select count(*) from outbox where state = 'waiting')
        + (select count(*) from evidence where storing = 'to_fetch')
        + (select count(*) from timers where rung_at is null and stopped_at is null and due_at <= ?)
"""
LAST_DAY = "2025-03-02"
MONDAY = datetime(2025, 3, 3, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


class Workplace:
    """The sample company's configuration in a folder, its bot process, and the sandbox around it."""

    def __init__(self, folder: Path, url: str, sandbox: Sandbox, world: World) -> None:
        self.folder = folder
        self.world = world
        self.sandbox = sandbox
        self.environment = os.environ | {
            "GONGDAO_CONFIG": str(folder / "gongdao.toml"),
            "GONGDAO_TOKEN": TOKEN,
            "GONGDAO_API_BASE_URL": url,
            "GONGDAO_CLOCK_URL": f"{url}/sandbox/clock",
        }
        self.bot: asyncio.subprocess.Process | None = None

    async def shell(self, *words: str) -> str:
        """What a gongdao command prints; AssertionError if it fails."""
        return await self.asks(*words, typed="")

    async def asks(self, *words: str, typed: str) -> str:
        """The same of a command that asks for something, which is typed."""
        process = await asyncio.create_subprocess_exec(
            GONGDAO,
            *words,
            env=self.environment,
            cwd=self.folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, _ = await process.communicate(f"{typed}\n".encode())
        assert process.returncode == 0, printed.decode()
        return printed.decode()

    async def starts_bot(self) -> None:
        """Start the bot; it takes up whatever was left."""
        with (self.folder / "bot.log").open("ab") as log:
            self.bot = await asyncio.create_subprocess_exec(
                GONGDAO, "run", env=self.environment, cwd=self.folder, stdout=log, stderr=log
            )

    async def kills_bot(self) -> None:
        """kill -9: nothing is finished, nothing is said goodbye to."""
        assert self.bot is not None
        self.bot.send_signal(signal.SIGKILL)
        await self.bot.wait()
        self.bot = None

    async def restarts_bot(self) -> None:
        """A power cut and a start."""
        await self.kills_bot()
        await self.starts_bot()

    async def settles(self) -> None:
        """Wait until the bot took every update, handled it, rang every clock and sent every answer."""
        database = self.folder / "company" / "gongdao.sqlite3"
        now = self.world.clock.now().astimezone(UTC).strftime("%F %T.%f")
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reading:
            async with asyncio.timeout(PATIENCE):
                while not self._has_finished(reading, now):  # noqa: ASYNC110  # a row of a database rings no bell
                    await asyncio.sleep(STEP)

    def _has_finished(self, reading: sqlite3.Connection, now: str) -> bool:
        return not self.world.updates and reading.execute(UNFINISHED, (now,)).fetchone() == (0,)

    async def invites(self, employee_no: str) -> str:
        """The secret of a fresh invitation link."""
        printed = await self.shell("staff", "invite", employee_no)
        return printed.split("?start=", 1)[1].split()[0]

    async def leaves(self, employee_no: str) -> None:
        """Human resources import the staff file with somebody's last day, which was yesterday."""
        file = self.folder / "staff.csv"
        head, *lines = file.read_text(encoding="utf-8").splitlines()
        left = [line + ("," + LAST_DAY if line.startswith(f"{employee_no},") else ",") for line in lines]
        file.write_text("\n".join([head + ",离职日期", *left]), encoding="utf-8")
        await self.shell("staff", "import", "staff.csv", "--yes")

    async def joins(self, name: str, employee_no: str) -> Player:
        """Somebody opens the link, gives the employee number and has understood."""
        return await self._follows(await self.invites(employee_no), name, employee_no)

    async def all_join(self, people: Sequence[tuple[str, str]]) -> list[Player]:
        """All of them do, invited at once."""
        printed = await self.shell("staff", "invite", *(number for _, number in people))
        secrets = [link.split()[0] for link in printed.split("?start=")[1:]]
        return [await self._follows(secret, *who) for secret, who in zip(secrets, people, strict=True)]

    async def _follows(self, secret: str, name: str, employee_no: str) -> Player:
        player = await self.sandbox.add_person(name, note=employee_no)
        await player.starts(secret)
        await player.says(employee_no)
        await (await player.sees(button="我已了解")).press("我已了解")
        return player


@asynccontextmanager
async def workplace(
    folder: Path, settings: str | None = None, staff: Callable[[str], str] = str
) -> AsyncIterator[Workplace]:
    """The company opens on a Monday morning, its staff imported, its bot running.

    The settings are the sample's or others; so is the staff, as `staff` changes it.
    """
    sample = files("bot.sample")
    if settings is None:
        settings = (sample / "gongdao.toml").read_text(encoding="utf-8")
    (folder / "gongdao.toml").write_text(settings, encoding="utf-8")
    listed = (sample / "staff.csv").read_text(encoding="utf-8")
    (folder / "staff.csv").write_text(staff(listed), encoding="utf-8")
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=MONDAY))
    async with running(world) as url, playing(url) as sandbox:
        place = Workplace(folder, url, sandbox, world)
        await place.shell("staff", "import", "staff.csv", "--yes")
        await place.starts_bot()
        try:
            yield place
        finally:
            await place.kills_bot()
