"""`kill -9` at any moment loses nothing and doubles nothing; a stop that is asked for is clean."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.sandbox.client_person import Player
from bot.storage.verify_log import verify_log
from tests.bot.office import Office
from tests.patience import PATIENCE

SAID = 100
# as soon as this is in the database, the bot is killed
MOMENTS = (
    "inbox",
    "log",
    "outbox WHERE state = 'sent'",
    "(SELECT 1 FROM outbox WHERE state = 'sent' LIMIT 1 OFFSET 60)",
    "(SELECT 1 FROM log LIMIT 1 OFFSET 200)",
    "(SELECT 1 FROM outbox WHERE state = 'sent' LIMIT 1 OFFSET 180)",
)


async def test_a_burst_survives_a_bot_that_is_killed_again_and_again(office: Office) -> None:
    people = [await office.hires(number) for number in ("E17", "E03", "E01")]
    await asyncio.gather(*(person.forwards(*map(str, range(SAID))) for person in people))
    for moment in MOMENTS:
        async with _bot(office) as process:
            await office.until(f"SELECT count(*) > 0 FROM {moment}", (1,))  # noqa: S608 - our own words
            process.kill()
    async with _bot(office):
        await office.until("SELECT count(*) FROM log WHERE act = 'echoed'", (SAID * len(people),))
        await office.until("SELECT count(*) FROM outbox WHERE state = 'waiting'", (0,))

    for person in people:
        heard = await _numbers(person)
        assert set(heard) == set(range(SAID))
        assert len(heard) - SAID <= len(MOMENTS)
        assert heard == sorted(heard)
    async with office.units.database.reading() as connection:
        assert await verify_log(connection) is None


async def test_a_timer_that_was_ringing_when_the_power_went_rings_once(office: Office) -> None:
    zhang = await office.hires("E17")
    async with _bot(office) as process:
        await zhang.says("/timer good 1")
        await office.until("SELECT count(*) FROM timers WHERE key = 'good:1'", (1,))
        await office.sandbox.wind(minutes=1)
        process.kill()
    async with _bot(office):
        await zhang.sees("rang good:1", ever=True)
        await office.until("SELECT count(*) FROM outbox WHERE state = 'waiting'", (0,))

    assert await office.rows("SELECT count(*) FROM outbox WHERE payload LIKE '%rang%'") == [(1,)]


async def test_sigterm_finishes_what_is_in_hand(office: Office) -> None:
    zhang = await office.hires("E17")
    async with _bot(office) as process:
        await zhang.says("hello")
        await zhang.sees("echo hello")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            code = await process.wait()

    assert code == 0
    assert await office.rows("SELECT count(*) FROM outbox WHERE state = 'waiting'") == [(0,)]


async def test_a_second_bot_on_the_same_database_refuses_to_run(office: Office) -> None:
    zhang = await office.hires("E17")
    async with _bot(office):
        await zhang.says("hello")
        await zhang.sees("echo hello")
        second = await _started(office, stderr=asyncio.subprocess.PIPE)
        _, said = await second.communicate()

    assert second.returncode == 1
    assert "another bot is running on this database" in said.decode()


async def _numbers(person: Player) -> Sequence[int]:
    shown = await person.screen(limit=200)
    return [int(message.text.split()[2]) for message in shown if "echo" in message.text]


@asynccontextmanager
async def _bot(office: Office) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await _started(office)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _started(office: Office, stderr: int = asyncio.subprocess.DEVNULL) -> asyncio.subprocess.Process:
    words = (sys.executable, "-m", "tests.bot.dying_bot", str(office.folder), office.url)
    return await asyncio.create_subprocess_exec(*words, stderr=stderr)
