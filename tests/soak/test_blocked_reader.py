"""Somebody blocks the bot before a notice: it goes on paper through a superior, and no clock runs before it is there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.client import playing
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from tests.conversations.workplace import MONDAY
from tests.soak.books import Books
from tests.soak.case_life import Lane, until_approval
from tests.soak.day import opened
from tests.soak.hands import Hands
from tests.soak.settling import settled
from tests.soak.shell import TOKEN, Shell

UNTIL = """
    select employee_no, appeal_until is not null, delivered_at is not null, is_reachable
    from notices join persons on persons.id = notices.person_id order by employee_no
"""


async def test_a_notice_to_somebody_who_blocked_the_bot_starts_its_clock_when_handed_over(
    tmp_path: Path,
) -> None:
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=MONDAY))
    async with running(world) as url, playing(url) as sandbox:
        shell = Shell(tmp_path, url)
        players = await opened(shell, sandbox, 1)
        hands = {number: Hands(world, player, number) for number, player in players.items()}
        lane = Lane(
            sales=hands["S1"],
            quality=hands["Q1"],
            driver=hands["W1"],
            supervisor=hands["U1"],
            director=hands["D1"],
            boss=hands["G1"],
        )
        bot = await shell.starts("run")
        try:
            case = await until_approval(lane, 1001, Books())
            await settled(sandbox, shell.data)
            # the bot hears of it only when the notice is refused
            await players["W1"].blocks()
            world.updates.clear()
            await lane.boss.presses("approve", case)
            await lane.director.waits_for("handed", words="司机1")
            await settled(sandbox, shell.data)
            assert _notices(shell) == [("U1", 1, 1, 1), ("W1", 0, 0, 0)]

            await lane.director.presses("handed", words="司机1")
            await settled(sandbox, shell.data)
        finally:
            bot.kill()
            await bot.wait()
    assert _notices(shell) == [("U1", 1, 1, 1), ("W1", 1, 0, 0)]


def _notices(shell: Shell) -> list[tuple[str, int, int, int]]:
    with closing(sqlite3.connect(f"file:{shell.data / 'gongdao.sqlite3'}?mode=ro", uri=True)) as company:
        return company.execute(UNTIL).fetchall()
