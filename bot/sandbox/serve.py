"""Runs the sandbox on a port of this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.sandbox.app import build
from bot.sandbox.snapshot import kept
from bot.sandbox.world import World

HOST = "127.0.0.1"
PATIENCE = 1.0


@asynccontextmanager
async def running(world: World, *, port: int = 0, save_every: float = 3.0) -> AsyncIterator[str]:
    """Serve the world on this port (0: a free one) and keep it in its folder; gives the base address.

    What changed is saved every few seconds and at the end.
    """
    async with kept(world, every=save_every):
        runner = web.AppRunner(build(world), access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        try:
            site = web.TCPSite(runner, HOST, port)
            await site.start()
            yield f"http://{HOST}:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()
