"""Calls the Bot API as a bot would, with nothing between; two libraries judge every answer."""

from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.sandbox.strangers import judge

TOKEN = "123456:sandbox-token"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cf00000301010018dd8db00000000049454e44ae426082"
)


@dataclass
class Caller:
    session: aiohttp.ClientSession
    url: str
    offset: int = 0

    async def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """The whole answer, refusals too."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=values) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"] or answer["error_code"] == response.status
            if answer["ok"]:
                judge(method, answer["result"])
            return answer

    async def __call__(self, method: str, **values: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.ask(method, **values)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **values: Any) -> str:
        """The description of a call that must fail."""
        answer = await self.ask(method, **values)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def form(self, method: str, form: aiohttp.FormData) -> dict[str, Any]:
        """The whole answer to a call with files."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=form) as response:
            answer: dict[str, Any] = await response.json()
            if answer["ok"]:
                judge(method, answer["result"])
            return answer

    async def updates(self, **values: Any) -> list[dict[str, Any]]:
        """What waits; confirmed by the next call."""
        found: list[dict[str, Any]] = await self("getUpdates", offset=self.offset, **values)
        if found:
            self.offset = found[-1]["update_id"] + 1
        return found
