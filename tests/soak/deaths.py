"""Keeps a bot running that is told again and again where to die, and counts where it did."""

import asyncio
import random
import signal
from collections import Counter
from dataclasses import dataclass

from bot.points import Point
from tests.soak.shell import Shell

# the how-manieth time a point is reached; what happens often is given more of a choice
TIMES = {
    Point.INBOX_COMMIT: 20,
    Point.EFFECT_COMMIT: 20,
    Point.SENT_NOT_MARKED: 20,
    Point.EVIDENCE_DOWNLOAD: 2,
    Point.TIMER_TICK: 2,
}


@dataclass(frozen=True, slots=True)
class Death:
    """Where, and the how-manieth time the bot gets there in that life."""

    point: Point
    time: int

    @property
    def order(self) -> str:
        """As the bot is told."""
        return f"{self.point}:{self.time}"


def planned(kills: int, rng: random.Random) -> list[Death]:
    """So many deaths, each point as often as any other, in any order."""
    points = [list(TIMES)[number % len(TIMES)] for number in range(kills)]
    rng.shuffle(points)
    return [Death(point, rng.randint(1, TIMES[point])) for point in points]


class Mortal:
    """The bot's process, started anew after each death; `hits` counts them by point."""

    def __init__(self, shell: Shell) -> None:
        self.hits: Counter[Point] = Counter(dict.fromkeys(TIMES, 0))
        self.has_died_enough = False
        self._shell = shell
        self._bot: asyncio.subprocess.Process | None = None

    async def lives(self, plan: list[Death]) -> None:
        """Live and die as planned, then live on; AssertionError if it dies of anything else."""
        for death in plan:
            self._bot = await self._shell.starts("run", dies_at=death.order)
            code = await self._bot.wait()
            assert code == -signal.SIGKILL, f"{death} was not reached: {code}; see {self._shell.log}"
            self.hits[death.point] += 1
        self.has_died_enough = True
        self._bot = await self._shell.starts("run")
        code = await self._bot.wait()
        raise AssertionError(f"the bot ended by itself with {code}; see {self._shell.log}")

    async def ends(self) -> None:
        """End the present life."""
        if self._bot is not None and self._bot.returncode is None:
            self._bot.kill()
            await self._bot.wait()
