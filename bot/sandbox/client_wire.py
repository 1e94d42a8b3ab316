"""Calls of the control interface over HTTP."""

import io
import json

import aiohttp

from bot.sandbox.wire import Json

JSON = {"Content-Type": "application/json"}


class ControlRefused(Exception):
    """The sandbox refused a call; the text says why and what would be right."""


class ControlWire:
    """GET and POST under /sandbox, JSON in and out."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url.rstrip('/')}/sandbox"

    async def get(self, name: str, **query: object) -> Json:
        """Ask; lists in the query are repeated parameters."""
        pairs = [(key, str(one)) for key, value in query.items() for one in _many(value)]
        async with self._session.get(f"{self._url}/{name}", params=pairs) as response:
            return await _answer(response)

    async def post(self, name: str, body: Json) -> Json:
        """Do."""
        data = io.BytesIO(json.dumps(body).encode())
        async with self._session.post(f"{self._url}/{name}", data=data, headers=JSON) as response:
            return await _answer(response)


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


async def _answer(response: aiohttp.ClientResponse) -> Json:
    answer: Json = await response.json()
    if response.status != 200:  # noqa: PLR2004  # the only good status here
        raise ControlRefused(answer.get("error", f"status {response.status}"))
    return answer
