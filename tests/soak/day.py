"""A working day: cases side by side in lanes, while the bot is killed and comes back."""

import asyncio
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.points import Point
from bot.sandbox.client import Sandbox, playing
from bot.sandbox.client_person import Player
from bot.sandbox.clock import SandboxClock
from bot.sandbox.event_log import EventLog
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World
from tests.conversations.workplace import MONDAY
from tests.soak.backups import Backups
from tests.soak.books import Books
from tests.soak.case_life import Lane, live
from tests.soak.company import everybody_joins, group_is_linked, write_company
from tests.soak.counting import Count, counted
from tests.soak.deaths import TIMES, Mortal, planned
from tests.soak.hands import Hands
from tests.soak.settling import settled
from tests.soak.shell import TOKEN, Shell

EVERYTHING = 100_000_000
MOST_HITS_ASKED = 10
# where the bot dies in the day, and the backup
POINTS = len(TIMES) + 1
# a plan that is not fulfilled by then will never be
TOO_LONG = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How much is done, by how many side by side, and how often something is killed meanwhile."""

    cases: int
    kills: int
    lanes: int
    seed: int

    @property
    def backups(self) -> int:
        """How many of the kills hit a backup."""
        return self.kills // POINTS

    @property
    def least_hits(self) -> int:
        """How often each point must have been met."""
        return min(MOST_HITS_ASKED, self.kills // POINTS)


@dataclass(slots=True, kw_only=True)
class Shift:
    """The people at work, and what is done to the bot meanwhile."""

    day: Day
    world: World
    players: dict[str, Player]
    mortal: Mortal
    backups: Backups
    books: Books = field(default_factory=Books)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    async def works(self) -> None:
        """All lanes, until all cases are done and all deaths died; what fails first fails all."""
        rng = random.Random(self.day.seed)  # noqa: S311 - a plan, no secret
        plan = planned(self.day.kills - self.day.backups, rng)
        living = asyncio.create_task(self.mortal.lives(plan))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._stands_by(living))
            group.create_task(self.backups.die(self.day.backups, rng))
            lanes = [group.create_task(self._lane(number)) for number in range(1, self.day.lanes + 1)]
            await asyncio.wait(lanes)
            living.cancel()

    async def _stands_by(self, living: asyncio.Task[None]) -> None:
        await asyncio.wait([living])
        if not living.cancelled():
            living.result()

    async def _lane(self, number: int) -> None:
        lane = Lane(
            sales=self._hands(f"S{number}"),
            quality=self._hands(f"Q{number}"),
            driver=self._hands(f"W{number}"),
            supervisor=self._hands(f"U{number}"),
            director=self._hands("D1"),
            boss=self._hands("G1"),
        )
        for done in self._numbers:
            if done >= self.day.cases * (1 if self.mortal.has_died_enough else TOO_LONG):
                return
            await live(lane, 1001 + done, self.books)

    def _hands(self, employee_no: str) -> Hands:
        return Hands(self.world, self.players[employee_no], employee_no)


async def work(day: Day, folder: Path) -> list[Count]:
    """Work through the day, and count what came of it."""
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=MONDAY))
    world.events = EventLog(remembered=EVERYTHING)
    async with running(world) as url, playing(url) as sandbox:
        shell = Shell(folder, url)
        mortal, backups = Mortal(shell), Backups(shell)
        players = await opened(shell, sandbox, day.lanes)
        shift = Shift(day=day, world=world, players=players, mortal=mortal, backups=backups)
        try:
            await shift.works()
            await settled(sandbox, shell.data)
        finally:
            await mortal.ends()
        await backups.put_back()
    all_hits = mortal.hits | {Point.BACKUP: backups.hits}
    return [
        *counted(shift.books, world, shell.data, day.kills),
        Count("backups broken", backups.broken),
        *(Count(f"hits {point}", found, None, day.least_hits) for point, found in all_hits.items()),
    ]


async def opened(shell: Shell, sandbox: Sandbox, lanes: int) -> dict[str, Player]:
    """The company is there, its people have telephones, its group is linked; the bot is down, and time runs."""
    write_company(shell.folder, lanes)
    await shell.does("staff", "import", "staff.csv", "--yes")
    bot = await shell.starts("run")
    players = await everybody_joins(shell.data / "gongdao.sqlite3", sandbox, lanes)
    await group_is_linked(sandbox, players)
    await settled(sandbox, shell.data)
    bot.kill()
    await bot.wait()
    await sandbox.lets_time_run()
    return players
