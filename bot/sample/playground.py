"""The whole sandbox: server, sample company, bot and opening scene, until it is asked to stop."""

import asyncio
import secrets
from asyncio.subprocess import Process
from collections.abc import Callable

from bot.company_database import company_database
from bot.sample.bot_process import bot_process
from bot.sample.cast import let_in
from bot.sample.place import OPENING, Place
from bot.sandbox.client import playing
from bot.sandbox.client_person import NotSeen
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.sandbox.world import World

BOT_ID = 7000000001
TOKEN_BYTES = 26


class BotStopped(Exception):
    """The bot ended by itself, or never answered; `code` is its exit code, 0 while it still runs."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


async def run_playground(
    place: Place, port: int, on_open: Callable[[str], None], stop: asyncio.Event
) -> None:
    """Open the sandbox on that port (0: a free one) until `stop` is set; `on_open` gets its address when it is ready.

    A place that is not founded yet must be clear. BotStopped if the bot does not run; OSError if the port is taken.
    """
    is_new = not place.is_founded()
    token = f"{BOT_ID}:{secrets.token_urlsafe(TOKEN_BYTES)}"
    world = open_world(token, clock=SandboxClock(frozen_at=OPENING), folder=place.sandbox)
    async with running(world, port=port) as url:
        if is_new:
            await _found(place, world)
        world.clock.run(running=True)
        log = place.root / "bot.log"
        try:
            async with bot_process(place.config, token, url, log) as process:
                if is_new:
                    await _play(place, url, process)
                on_open(url)
                await _wait(stop, process)
        finally:
            # Nobody is there: the company's time stands still until the sandbox is opened again.
            world.clock.run(running=False)


async def _found(place: Place, world: World) -> None:
    # Only here: a sandbox that is opened again needs none of this.
    from bot.sample.founding import found_company  # noqa: PLC0415 - see above

    let_in(world)
    async with company_database(place.settings()) as units:
        await found_company(units)


async def _play(place: Place, url: str, process: Process) -> None:
    from bot.sample.scene import play_opening  # noqa: PLC0415 - only for a new company

    try:
        async with playing(url) as sandbox:
            await play_opening(sandbox)
    except NotSeen as error:
        raise BotStopped(process.returncode or 0) from error
    place.mark_founded()


async def _wait(stop: asyncio.Event, process: Process) -> None:
    stopped = asyncio.create_task(stop.wait())
    ended = asyncio.create_task(process.wait())
    done, waiting = await asyncio.wait((stopped, ended), return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    if stopped not in done:
        raise BotStopped(ended.result())
