"""A company at work: the real bot as a process of its own, against the sandbox's Bot API."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.sandbox.client import Sandbox, playing
from bot.sandbox.client_person import Player
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world

TOKEN = "123456:story"
GONGDAO = Path(sys.executable).parent / "gongdao"
LAST_DAY = "2025-03-02"
MONDAY = datetime(2025, 3, 3, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


class Workplace:
    """The sample company's configuration in a folder, its bot process, and the sandbox around it."""

    def __init__(self, folder: Path, url: str, sandbox: Sandbox) -> None:
        self.folder = folder
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
        process = await asyncio.create_subprocess_exec(
            GONGDAO,
            *words,
            env=self.environment,
            cwd=self.folder,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, _ = await process.communicate()
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
        player = await self.sandbox.add_person(name, note=employee_no)
        await player.starts(await self.invites(employee_no))
        await player.says(employee_no)
        await (await player.sees(button="我已了解")).press("我已了解")
        return player


@asynccontextmanager
async def workplace(folder: Path, settings: str | None = None) -> AsyncIterator[Workplace]:
    """The company opens on a Monday morning, its staff imported, its bot running; the sample's, or other settings."""
    sample = files("bot.sample")
    for name in ("gongdao.toml", "staff.csv"):
        (folder / name).write_bytes((sample / name).read_bytes())
    if settings is not None:
        (folder / "gongdao.toml").write_text(settings, encoding="utf-8")
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=MONDAY))
    async with running(world) as url, playing(url) as sandbox:
        place = Workplace(folder, url, sandbox)
        await place.shell("staff", "import", "staff.csv", "--yes")
        await place.starts_bot()
        try:
            yield place
        finally:
            await place.kills_bot()
