"""The metrics are there for whoever asks, and nowhere if nobody wanted them."""

import socket

import aiohttp
import pytest

from bot.health.server import MetricsAddressTaken, serving_metrics
from bot.health.vitals import Queue, Vitals
from tests.make import NOW


async def read() -> Vitals:
    return Vitals(now=NOW, inbox=Queue(7, NOW))


async def test_prometheus_reads_the_vital_signs() -> None:
    async with serving_metrics(("127.0.0.1", 0), read) as port, aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            said = await answer.text()
        async with session.get(f"http://127.0.0.1:{port}/") as other:
            status = other.status

    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "gongdao_inbox_waiting 7\n" in said
    assert status == 404


async def test_an_address_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(MetricsAddressTaken) as refused:
            async with serving_metrics(("127.0.0.1", port), read):
                pass

    assert refused.value.address == f"127.0.0.1:{port}"


async def test_without_an_address_nothing_is_served() -> None:
    async with serving_metrics(None, read) as port:
        assert port == 0
