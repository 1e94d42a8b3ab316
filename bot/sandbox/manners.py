"""Troubles that a test or a person makes for the bot: refusals, failures, delays, and connections that are cut."""

import asyncio
from dataclasses import dataclass, replace

from bot.sandbox.faults import ApiFault

FAILURES = {500: "Internal Server Error", 502: "Bad Gateway"}
TOO_MANY = 429
LOST = 0
CUT = -1
LATE = 200
CODES = frozenset({LATE, TOO_MANY, *FAILURES, LOST, CUT})


class ConnectionCut(Exception):
    """The line goes dead before anything was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What the next calls meet.

    A `code`: 429, 500 or 502 refuse; 0 does the call and loses the answer; -1 cuts the connection before anything is
    done; 200 does it, only late. `delay` is in seconds of real time, before all of that. `method` in lower case and
    `chat` narrow it down; `times` is how many calls meet it. `retry_after` in seconds.
    """

    code: int
    method: str = ""
    chat: str = ""
    times: int = 1
    retry_after: int = 1
    delay: float = 0.0

    def meets(self, method: str, chat: str) -> bool:
        """Whether this call runs into it."""
        return self.method in {"", method} and self.chat in {"", chat}

    def as_fault(self) -> ApiFault:
        """The refusal as Telegram words it."""
        if self.code == TOO_MANY:
            return too_many(self.retry_after)
        return ApiFault(self.code, FAILURES[self.code])


def too_many(retry_after: int) -> ApiFault:
    """429: come again after so many seconds."""
    reason = f"Too Many Requests: retry after {retry_after}"
    return ApiFault(TOO_MANY, reason, {"retry_after": retry_after})


class Manners:
    """How the server treats the bot's calls: well, unless trouble was ordered."""

    def __init__(self) -> None:
        self._troubles: list[Trouble] = []

    def order(self, trouble: Trouble) -> None:
        """Let the next fitting calls meet this."""
        self._troubles.append(trouble)

    async def check(self, method: str, chat: str) -> bool:
        """Whether the answer of this call is to be lost; ApiFault when it is refused, ConnectionCut when it is cut."""
        met = self._met(method, chat)
        if met is None:
            return False
        await asyncio.sleep(met.delay)
        if met.code == CUT:
            raise ConnectionCut
        if met.code not in (LOST, LATE):
            raise met.as_fault()
        return met.code == LOST

    def _met(self, method: str, chat: str) -> Trouble | None:
        met = next((trouble for trouble in self._troubles if trouble.meets(method, chat)), None)
        if met is not None:
            self._troubles.remove(met)
            if met.times > 1:
                self._troubles.insert(0, replace(met, times=met.times - 1))
        return met
