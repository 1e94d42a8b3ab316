"""The real bot, run as a process of its own against the sandbox."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

COMMAND = "from bot.cli.main import main; main()"
STOP_WITHIN = 6.0


@asynccontextmanager
async def bot_process(config: Path, token: str, url: str, log: Path) -> AsyncIterator[Process]:
    """The bot with that configuration on the sandbox at `url`; stopped at the end. Its log goes to the file."""
    with log.open("ab") as lines:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            COMMAND,
            "--config",
            str(config),
            "run",
            env=_surroundings(token, url),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=lines,
            stderr=lines,
        )
    try:
        yield process
    finally:
        await _stop(process)


def _surroundings(token: str, url: str) -> dict[str, str]:
    """The environment, without any setting of a real bot: the sandbox never talks to Telegram."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GONGDAO_")}
    return kept | {
        "GONGDAO_TOKEN": token,
        "GONGDAO_API_BASE_URL": url,
        "GONGDAO_CLOCK_URL": f"{url}/sandbox/clock",
        "GONGDAO_SECRETS_DIR": "/nonexistent",
        "NO_PROXY": "127.0.0.1",
    }


async def _stop(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_WITHIN)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
