"""Keeps the world in a data folder: saved when changed, loaded at start."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.sandbox.world import World

STATE = "sandbox.json"
EVERY = 3.0


def load(world: World, folder: Path) -> bool:
    """Go on from the folder's snapshot; whether there was one."""
    path = folder / STATE
    if not path.exists():
        return False
    world.restore(json.loads(path.read_text(encoding="utf-8")))
    return True


def save(world: World, folder: Path) -> None:
    """Write the snapshot; it is whole at any moment, the old one or the new."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{STATE}.new"
    fresh.write_text(json.dumps(world.snapshot(), ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / STATE)


@asynccontextmanager
async def kept(world: World, folder: Path | None) -> AsyncIterator[None]:
    """Load at the beginning, save while it changes and at the end; without a folder nothing is kept."""
    if folder is None:
        yield
        return
    load(world, folder)
    saver = asyncio.create_task(_save_often(world, folder))
    try:
        yield
    finally:
        saver.cancel()
        with suppress(asyncio.CancelledError):
            await saver
        save(world, folder)


async def _save_often(world: World, folder: Path) -> None:
    saved = ""
    while True:
        await asyncio.sleep(EVERY)
        mark = repr((world.events.seq, world.updates.mark, world.calls, world.clock.seq))
        if mark != saved:
            save(world, folder)
            saved = mark
