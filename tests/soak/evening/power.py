"""The power of a workplace: it goes where it is told to, and comes back; and what is there once each afterwards."""

import asyncio
import signal
import sqlite3
from collections import Counter
from contextlib import closing

from bot.points import DIES_AT, Point
from bot.sandbox.client_person import Player
from tests.conversations.workplace import GONGDAO, PATIENCE, STEP, Workplace


class Power:
    """`hits` counts the cuts by point. The tallies are of what was lost, doubled, never said, or said again; `wrong` says it in words."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.hits: Counter[Point] = Counter()
        self.lost = self.doubled = self.missing = self.repeated = self.chains_broken = 0
        self.wrong: list[str] = []

    async def goes(self, *orders: str) -> None:
        """With the bot down: start it, once for each of these, and it dies there."""
        for order in orders:
            self.place.environment[DIES_AT] = order
            await self.place.starts_bot()
            del self.place.environment[DIES_AT]
            assert self.place.bot is not None
            self._died(order, await self._end_of(self.place.bot, order))
            self.place.bot = None

    async def goes_in_the_shell(self, order: str, *words: str) -> None:
        """The command dies there; the bot goes on."""
        process = await asyncio.create_subprocess_exec(
            GONGDAO,
            *words,
            env=self.place.environment | {DIES_AT: order},
            cwd=self.place.folder,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self._died(order, await self._end_of(process, order))

    async def comes_back(self) -> None:
        """The bot works, and has finished what was left."""
        await self.place.starts_bot()
        await self.place.settles()

    async def until(self, asked: str, wanted: int) -> None:
        """Wait for what nobody is told of; TimeoutError if it never comes."""
        async with asyncio.timeout(PATIENCE):
            while self.finds(asked) != wanted:  # noqa: ASYNC110 - another process is writing
                await asyncio.sleep(STEP)

    def counts(self, asked: str, wanted: int) -> None:
        """So many rows there must be."""
        found = self.finds(asked)
        self.lost += max(0, wanted - found)
        self.doubled += max(0, found - wanted)
        if found != wanted:
            self.wrong.append(f"{found}, not {wanted}: {asked}")

    async def verifies(self) -> None:
        """Every row of log and ledger is as it was written, and every file as it was kept."""
        said = await self.place.shell("--lang", "en", "audit", "verify")
        self.chains_broken += "Everything fits" not in said

    async def told(self, player: Player, *words: str) -> None:
        """They must have been told this; each cut may have had it said again."""
        found = await player.count_of(*words)
        self.missing += found == 0
        self.repeated += max(0, found - 1)
        if not found:
            self.wrong.append(f"{player.name} was never told {words}")

    def finds(self, asked: str) -> int:
        """The number that the database gives."""
        database = self.place.folder / "company" / "gongdao.sqlite3"
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reading:
            return int(reading.execute(asked).fetchone()[0] or 0)

    def _died(self, order: str, code: int) -> None:
        assert code == -signal.SIGKILL, f"{order} was not reached: {code}"
        self.hits[Point(order.partition(":")[0])] += 1

    async def _end_of(self, process: asyncio.subprocess.Process, order: str) -> int:
        try:
            async with asyncio.timeout(PATIENCE):
                return await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
            raise AssertionError(f"{order} was not reached") from None
