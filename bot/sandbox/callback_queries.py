"""Presses of inline buttons, each of which the bot must answer once and in time."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.sandbox.faults import bad_request
from bot.sandbox.signal import Signal
from bot.sandbox.wire import Json

FIRST_QUERY = 4_200_000_000_000_000_000
ANSWERABLE_FOR = timedelta(seconds=60)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One press; `answer` is what the bot said to it."""

    id: str
    person: int
    chat: int
    pressed_at: datetime
    answer: Json | None = None


class CallbackQueries:
    """Presses by id; only `last`, the counter of ids, outlives the server: what it forgets is too old to answer."""

    def __init__(self) -> None:
        self.changed = Signal()
        self._presses: dict[str, Press] = {}
        self.last = 0

    def press(self, person: int, chat: int, now: datetime) -> Press:
        """Note a press and give it an id of its own."""
        self.last += 1
        made = Press(id=str(FIRST_QUERY + self.last), person=person, chat=chat, pressed_at=now)
        self._presses[made.id] = made
        return made

    def answer(self, number: str, answer: Json, now: datetime) -> Press:
        """Answer a press; refused when unknown, answered before, or more than 60 s of sandbox time old."""
        press = self._presses.get(number)
        if press is None or press.answer is not None or now - press.pressed_at > ANSWERABLE_FOR:
            raise bad_request(TOO_OLD)
        answered = replace(press, answer=answer)
        self._presses[number] = answered
        self.changed.ring()
        return answered

    async def answer_to(self, number: str, *, seconds: float) -> Json | None:
        """The bot's answer, waiting for it up to the seconds (real time)."""
        return await self.changed.until(lambda: self._presses[number].answer, seconds=seconds)
