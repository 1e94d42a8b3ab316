"""Troubles that a test or a person makes for the bot: refusals, failures, and answers that get lost."""

from dataclasses import dataclass, replace

from bot.sandbox.faults import ApiFault

FAILURES = {500: "Internal Server Error", 502: "Bad Gateway"}
TOO_MANY = 429
LOST = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What the next calls meet: a `code` (429, 500, 502), or 0 for an answer that is lost after the call was done.

    `method` in lower case and `chat` narrow it down; `times` is how many calls meet it. `retry_after` in seconds.
    """

    code: int
    method: str = ""
    chat: str = ""
    times: int = 1
    retry_after: int = 1

    def meets(self, method: str, chat: str) -> bool:
        """Whether this call runs into it."""
        return self.method in {"", method} and self.chat in {"", chat}

    def as_fault(self) -> ApiFault:
        """The refusal as Telegram words it."""
        if self.code == TOO_MANY:
            reason = f"Too Many Requests: retry after {self.retry_after}"
            return ApiFault(TOO_MANY, reason, {"retry_after": self.retry_after})
        return ApiFault(self.code, FAILURES[self.code])


class Manners:
    """How the server treats the bot's calls: well, unless trouble was ordered."""

    def __init__(self) -> None:
        self._troubles: list[Trouble] = []

    def order(self, trouble: Trouble) -> None:
        """Let the next fitting calls meet this."""
        self._troubles.append(trouble)

    def check(self, method: str, chat: str) -> bool:
        """Whether the answer of this call is to be lost; raises ApiFault when the call is refused."""
        met = next((trouble for trouble in self._troubles if trouble.meets(method, chat)), None)
        if met is None:
            return False
        self._troubles.remove(met)
        if met.times > 1:
            self._troubles.insert(0, replace(met, times=met.times - 1))
        if met.code != LOST:
            raise met.as_fault()
        return True
