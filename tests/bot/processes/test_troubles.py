"""A full disk and a locked database end the bot with plain words, and lose nothing."""

import resource
import sqlite3
from contextlib import closing

from tests.bot.processes.running_bot import Machine, ended
from tests.patience import PATIENCE

KEPT = "SELECT raw ->> '$.message.text', state FROM inbox WHERE raw NOT LIKE '%/start%' ORDER BY update_id"
DISK_FULL, DISK_BROKEN, LOCKED = 73, 74, 75


async def test_a_file_that_may_not_grow_ends_the_bot_and_the_message_is_answered_afterwards(
    here: Machine,
) -> None:
    player = await here.sandbox.add_person("somebody", started=True)
    async with here.running() as bot:
        await player.says("first")
        await player.sees("邀请", within=PATIENCE)
        await here.until(KEPT, ("first", "done"))
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        await player.says("second")
        code, said = await ended(bot)
    kept = here.reads(KEPT)
    async with here.running():
        await here.until(KEPT, ("first", "done"), ("second", "done"))

    assert code in (DISK_FULL, DISK_BROKEN)
    assert "start again" in said or "Check disk and permissions" in said
    assert kept == [("first", "done")]


async def test_a_database_that_stays_locked_ends_the_bot_and_commands_and_nothing_is_lost(
    here: Machine,
) -> None:
    player = await here.sandbox.add_person("somebody", started=True)
    async with here.running() as bot:
        await player.says("first")
        await player.sees("邀请", within=PATIENCE)
        await here.until(KEPT, ("first", "done"))
        with closing(sqlite3.connect(here.database)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await player.says("second")
            unlinking = await here.starts("staff", "unlink", "E1")
            endings = [await ended(bot), await ended(unlinking)]
    async with here.running():
        await here.until(KEPT, ("first", "done"), ("second", "done"))

    for code, said in endings:
        assert code == LOCKED
        assert "kept the database locked for more than ten seconds" in said
