"""The metrics endpoint: GET /metrics on an address of this machine."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.health.metrics import TYPE, metrics_of
from bot.health.vitals import Vitals


class MetricsAddressTaken(Exception):
    """The address cannot be listened on."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")
        self.address = address
        self.why = why


@asynccontextmanager
async def serving_metrics(
    address: tuple[str, int] | None, read: Callable[[], Awaitable[Vitals]]
) -> AsyncIterator[int]:
    """Serve while inside, at that host and port (0: a free one); without an address, nothing. Gives the port.

    MetricsAddressTaken if the port is somebody else's.
    """
    if address is None:
        yield 0
        return

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=metrics_of(await read()).encode(), headers={"Content-Type": TYPE})

    app = web.Application()
    app.router.add_get("/metrics", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    try:
        yield await _listen(runner, *address)
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> int:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as fault:
        raise MetricsAddressTaken(f"{host}:{port}", fault.strerror or str(fault)) from fault
    return int(runner.addresses[0][1])
