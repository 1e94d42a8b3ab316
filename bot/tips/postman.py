"""Sends the answers to whoever sends a tip, in order, and forgets each once it is sent."""

from telegram.error import TelegramError

from bot.clock import Clock
from bot.outbox.verdict import Fate, verdict_on
from bot.patience import growing_rest
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.unit_of_work import UnitsOfWork
from bot.tips.letters import EVERY, GONE, LETTERS, TRIED, Letter
from bot.tips.marks import Marks
from bot.tips.own_key import OwnKey
from bot.transport import Wire

ANSWER = "answerCallbackQuery"
TRIES = 100
LONGEST_REST = 60.0
# letters that the shell put there are found by looking
LOOK_EVERY = 1.0


class Postman:
    """The one postman of this process; `queued` is rung when there may be a letter."""

    def __init__(self, wire: Wire, units: UnitsOfWork, clock: Clock, key: OwnKey, marks: Marks) -> None:
        self.queued = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._key = key
        self._marks = marks

    async def run(self) -> None:
        """Send for ever; a letter that was cut off is sent again after the next start."""
        while True:
            rest = await self._send_all()
            await self.queued.wait(rest or LOOK_EVERY)

    async def _send_all(self) -> float:
        """Send what is there, up to the first that must wait; the seconds to wait."""
        async with self._units.database.reading() as connection:
            rows = (await connection.execute(EVERY)).all()
        for number, sealed, tries in rows:
            if rest := await self._send(number, sealed, tries):
                return rest
        return 0.0

    async def _send(self, number: int, sealed: str, tries: int) -> float:
        letter = self._letter(sealed)
        if letter is None:
            await self._done(number, None, 0)
            return 0.0
        try:
            sent = await self._wire.call(letter.method, _parameters(letter))
        except TelegramError as fault:
            return await self._failed(number, tries + 1, fault)
        reached(Point.SENT_NOT_MARKED)
        await self._done(number, letter, sent["message_id"] if isinstance(sent, dict) else 0)
        return 0.0

    def _letter(self, sealed: str) -> Letter | None:
        """The letter; None if it was sealed with another key, after a restore without it."""
        try:
            return LETTERS.validate_json(self._key.opened(sealed))
        except ValueError:
            return None

    async def _failed(self, number: int, tries: int, fault: TelegramError) -> float:
        verdict = verdict_on(fault)
        if verdict.fate is not Fate.AGAIN or tries >= TRIES:
            await self._done(number, None, 0)
            return 0.0
        async with self._units.database.writing() as connection:
            await connection.execute(TRIED, {"the_id": number, "tried": tries})
        return verdict.wait if verdict.wait is not None else growing_rest(tries, LONGEST_REST)

    async def _done(self, number: int, letter: Letter | None, message_id: int) -> None:
        async with self._units.database.writing() as connection:
            await connection.execute(GONE, {"the_id": number})
            if letter and letter.tip and message_id:
                # a reply to it will carry it along
                now = self._clock.now()
                await self._marks.take_in(letter.chat, message_id, letter.tip, now, connection)


def _parameters(letter: Letter) -> dict[str, object]:
    return letter.call if letter.method == ANSWER else {**letter.call, "chat_id": letter.chat}
