"""Takes backups all day that are killed on the way, and at the end puts the last whole one back."""

import random
import signal
import sqlite3
from contextlib import closing

from bot.points import Point
from tests.soak.shell import Shell

# after the database was copied, before the manifest is in its place, and after that
PLACES = 3
ROWS = "select count(*), max(hash) from log"


class Backups:
    """`hits` counts the deaths; `broken` how often what was left did not do."""

    def __init__(self, shell: Shell) -> None:
        self.hits = 0
        self.broken = 0
        self._shell = shell
        self._folder = str(shell.folder / "backups")

    async def die(self, times: int, rng: random.Random) -> None:
        """So many backups that are killed, each followed by one that must do."""
        for _ in range(times):
            order = f"{Point.BACKUP}:{rng.randint(1, PLACES)}"
            code = await self._shell.ends("backup", self._folder, dies_at=order)
            assert code == -signal.SIGKILL, f"{order} was not reached: {code}; see {self._shell.log}"
            self.hits += 1
            self.broken += await self._shell.ends("backup", self._folder) != 0

    async def put_back(self) -> None:
        """Once nothing runs any more: back up, lose everything, restore, and compare."""
        await self._shell.does("backup", self._folder)
        before = self._log_rows()
        self._shell.data.rename(self._shell.folder / "lost")
        self.broken += await self._shell.ends("restore", self._folder) != 0
        self.broken += self._log_rows() != before

    def _log_rows(self) -> list[tuple[int, str]]:
        file = self._shell.data / "gongdao.sqlite3"
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as company:
            return company.execute(ROWS).fetchall()
