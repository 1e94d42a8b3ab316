"""The product's own commands, run as processes in the company's folder."""

import asyncio
import os
import sys
from pathlib import Path

from bot.points import DIES_AT

GONGDAO = Path(sys.executable).parent / "gongdao"
TOKEN = "123456:soak"


class Shell:
    """A shell in that folder, for a bot that speaks to the sandbox at `url`."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self._environment = os.environ | {
            "GONGDAO_CONFIG": str(folder / "gongdao.toml"),
            "GONGDAO_TOKEN": TOKEN,
            "GONGDAO_API_BASE_URL": url,
            "GONGDAO_CLOCK_URL": f"{url}/sandbox/clock",
        }

    @property
    def data(self) -> Path:
        """The company's data."""
        return self.folder / "company"

    @property
    def log(self) -> Path:
        """What all of them printed."""
        return self.folder / "printed.log"

    async def starts(self, *words: str, dies_at: str = "") -> asyncio.subprocess.Process:
        """A process of `gongdao` with these words, told where to die."""
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                GONGDAO,
                *words,
                env=self._environment | {DIES_AT: dies_at},
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )

    async def ends(self, *words: str, dies_at: str = "") -> int:
        """Run it; its exit code."""
        process = await self.starts(*words, dies_at=dies_at)
        return await process.wait()

    async def does(self, *words: str) -> None:
        """Run it; AssertionError if it fails."""
        code = await self.ends(*words)
        assert code == 0, f"gongdao {' '.join(words)} ended with {code}; see {self.log}"
