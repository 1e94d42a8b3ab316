"""One person's chat with the bot about one case, worked by what stands behind the buttons."""

from collections.abc import Iterator

from bot.sandbox.client_message import ANSWER_WITHIN, SeenMessage
from bot.sandbox.client_person import Player
from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.wire import Json
from tests.conversations.workplace import Workplace

_LOOKED_AT = 16


class Desk:
    """`said` is everything this person was shown since `begins`, each state of a message once, and the toasts."""

    def __init__(self, player: Player, place: Workplace) -> None:
        self.player = player
        self.said: list[str] = []
        self._place = place
        self._since = 0
        self._seen: set[tuple[int, str]] = set()
        self._messages: list[SeenMessage] = []

    async def begins(self) -> None:
        """Leave behind whatever stood here before."""
        await self.says("/cancel")
        self._since = self._messages[-1].id if self._messages else 0
        self.said = []
        self._seen = set()

    @property
    def newest(self) -> SeenMessage:
        """The newest message at the last look."""
        return self._messages[-1]

    async def looks(self) -> None:
        """See what is there once the bot has nothing more to do."""
        await self._place.settles()
        shown = await self.player.screen(limit=_LOOKED_AT)
        self._messages = [message for message in shown if message.id > self._since]
        for message in self._messages:
            if (message.id, message.words) not in self._seen:
                self._seen.add((message.id, message.words))
                self.said.append(message.words)

    def has(self, verb: str, arg: str | None = None) -> bool:
        """Whether a button with that verb was in sight at the last look."""
        return next(self._buttons(verb, arg), None) is not None

    def shows(self, verb: str) -> bool:
        """Whether the newest message has a button with that verb."""
        return any(_told(button)[0] == verb for button in buttons_of(self.newest.raw))

    def args(self, verb: str) -> list[str]:
        """What the buttons with that verb on the newest message are about, in their order."""
        told = [_told(button) for button in buttons_of(self.newest.raw)]
        return [rest for key, _, rest in told if key == verb]

    def subjects(self, verb: str) -> list[tuple[str, str]]:
        """Id and label of the buttons with that verb on the newest message."""
        buttons = buttons_of(self.newest.raw)
        return [(_told(button)[1], button["text"]) for button in buttons if _told(button)[0] == verb]

    async def taps(self, verb: str, arg: str | None = None, *, label: str = "", subject: str = "") -> str:
        """Press the newest such button; the toast. AssertionError, with what was shown instead, where there is none."""
        for message, button in self._buttons(verb, arg):
            if label in button["text"] and subject in ("", _told(button)[1]):
                return await self._presses(message, button)
        last = self.newest
        msg = f"{self.player.name} has no button {verb} {arg or ''} {label}; shown: {last.text} {last.labels}"
        raise AssertionError(msg)

    async def says(self, words: str) -> None:
        """Write, and see what comes of it."""
        await self.player.says(words)
        await self.looks()

    async def opens(self, number: str) -> None:
        """Open that case from one of the lists."""
        await self.says("/cases")
        for view in ("mine.0", "all.0"):
            if any(label == number for _, label in self.subjects("case")):
                break
            if self.has("cases", view):
                await self.taps("cases", view)
        await self.taps("case", label=number)

    async def sends(self, picture: bytes) -> None:
        """Send a photo."""
        await self.player.sends_file(picture, kind="photo")
        await self.looks()

    async def waits(self, **span: float) -> None:
        """Let time pass, and see what comes of it."""
        await self._place.settles()
        await self._place.sandbox.wind(**span)
        await self.looks()

    def _buttons(self, verb: str, arg: str | None) -> Iterator[tuple[SeenMessage, Json]]:
        for message in reversed(self._messages):
            for button in buttons_of(message.raw):
                key, _, rest = _told(button)
                if key == verb and arg in (None, rest):
                    yield message, button

    async def _presses(self, message: SeenMessage, button: Json) -> str:
        where = {"chat": message.chat, "message_id": message.id, "data": button["callback_data"]}
        press = {"from": self.player.id, **where, "wait": ANSWER_WITHIN}
        answer = (await message.wire.post("press", press))["answer"]
        assert answer is not None, f"the bot did not answer {button['text']}"
        self.said.append(str(answer["text"]))
        await self.looks()
        return str(answer["text"])


def _told(button: Json) -> tuple[str, str, str]:
    """Verb, id and argument behind a button."""
    verb, subject, _, arg = (*button.get("callback_data", "").split(":", 3), "", "", "", "")[:4]
    return verb, subject, arg
