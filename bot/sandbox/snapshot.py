"""Keeps the world in its data folder: saved when changed, loaded when opened."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.sandbox.clock import SandboxClock
from bot.sandbox.file_store import FileStore
from bot.sandbox.person import account_of
from bot.sandbox.world import World

STATE = "sandbox.json"


def open_world(token: str, *, clock: SandboxClock | None = None, folder: Path | None = None) -> World:
    """The sandbox of the bot with this token: as the folder keeps it, else empty; without a folder in memory only.

    The clock is used for an empty one; a kept one goes on by its own time.
    """
    files = FileStore(None if folder is None else folder / "files")
    world = World(bot=account_of(token), clock=clock or SandboxClock(), files=files, folder=folder)
    if folder is not None and (folder / STATE).exists():
        world.restore(json.loads((folder / STATE).read_text(encoding="utf-8")))
    return world


def save(world: World, folder: Path) -> None:
    """Write the snapshot; it is whole at any moment, the old one or the new."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{STATE}.new"
    fresh.write_text(json.dumps(world.snapshot(), ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / STATE)


@asynccontextmanager
async def kept(world: World, *, every: float) -> AsyncIterator[None]:
    """Save every so many seconds if something changed, and at the end; without a folder nothing is kept."""
    if world.folder is None:
        yield
        return
    saver = asyncio.create_task(_save_often(world, world.folder, every))
    try:
        yield
    finally:
        saver.cancel()
        with suppress(asyncio.CancelledError):
            await saver
        save(world, world.folder)


async def _save_often(world: World, folder: Path, every: float) -> None:
    saved: object = None
    while True:
        await asyncio.sleep(every)
        mark = (world.events.seq, world.updates.mark, world.calls, world.clock.seq)
        if mark != saved:
            save(world, folder)
            saved = mark
